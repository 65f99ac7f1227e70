import { styled } from '@mui/material/styles'
import { Fragment } from 'react'
import type { ResultCount } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { toneBar, toneColour } from '#ui'
import { countsByTone } from './step-summary.ts'

interface ResultBarProps {
  readonly counts: readonly ResultCount[]
  /** The step has ended: what is still counted as running does not run. */
  readonly isOver: boolean
  /** They change while one looks: the room of the words stays. */
  readonly live?: boolean
}

/** "7 failed · 1,993 succeeded" with a bar of the same shares; however few, failures can be seen in it. */
export function ResultBar({ counts, isOver, live = false }: ResultBarProps) {
  const { jobInstance: words } = useMessages()
  const { number } = useFormat()
  const shares = countsByTone(counts).map((share) => ({
    ...share,
    wasRunning: isOver && share.tone === 'busy',
  }))
  if (shares.length === 0) return <Text>{words.noTargets}</Text>
  return (
    <Line data-live={live || undefined}>
      <Bar aria-hidden="true">
        {shares.map(({ tone, count, wasRunning }) => (
          <i key={tone} style={{ flexGrow: count, ...toneBar(wasRunning ? 'odd' : tone) }} />
        ))}
      </Bar>
      <Text>
        {shares.map(({ tone, count, wasRunning }, position) => (
          <Fragment key={tone}>
            {position === 0 ? null : ' · '}
            <strong style={{ color: toneColour(wasRunning ? 'odd' : tone, 'text') }}>
              {wasRunning ? words.resultAtEnd(number(count)) : words.result(tone, number(count))}
            </strong>
          </Fragment>
        ))}
      </Text>
    </Line>
  )
}

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '2px 10px',
  // On a phone the words have lines of their own, however long they are.
  '@media (max-width: 600px)': {
    '&[data-live]': { display: 'block', '& > span + span': { display: 'block', minHeight: '2lh' } },
  },
})

const Bar = styled('span')({
  display: 'flex',
  gap: 1,
  width: 120,
  height: 8,
  borderRadius: 4,
  overflow: 'hidden',
  '& > i': { minWidth: 4, flexBasis: 0 },
})

const Text = styled('span')({ fontVariantNumeric: 'tabular-nums', '& strong': { fontWeight: 600 } })
