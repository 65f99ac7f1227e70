import { styled } from '@mui/material/styles'
import { Fragment } from 'react'
import type { ResultCount } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { toneBar, toneColour } from '#ui'
import { countsByTone } from './step-summary.ts'

interface ResultBarProps {
  readonly counts: readonly ResultCount[]
  /** They change while one looks: the room of the words stays. */
  readonly live?: boolean
}

/** "7 failed · 1,993 succeeded" with a bar of the same shares; however few, failures can be seen in it. */
export function ResultBar({ counts, live = false }: ResultBarProps) {
  const { jobInstance: words } = useMessages()
  const { number } = useFormat()
  const shares = countsByTone(counts)
  if (shares.length === 0) return <Text>{words.noTargets}</Text>
  return (
    <Line data-live={live || undefined}>
      <Bar aria-hidden="true">
        {shares.map(({ tone, count }) => (
          <i key={tone} style={{ flexGrow: count, ...toneBar(tone) }} />
        ))}
      </Bar>
      <Text>
        {shares.map(({ tone, count }, position) => (
          <Fragment key={tone}>
            {position === 0 ? null : ' · '}
            <strong style={{ color: toneColour(tone, 'text') }}>{words.result(tone, number(count))}</strong>
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
