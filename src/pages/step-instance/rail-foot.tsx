import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import { useFormat, useRailWords } from '#i18n'
import { CopyButton, lazyPart, PopoverButton } from '#ui'
import { noSelection } from './host-selection.ts'
import { chosenRows, shownRows } from './rail-rows.ts'
import type { Rail } from './use-rail.ts'
import type { UsedSelection } from './use-selection.ts'

const CopyPanel = lazyPart(async () => (await import('./copy-panel.tsx')).CopyPanel)

interface RailFootProps {
  readonly rail: Rail
  readonly chosen: UsedSelection
  /** Name of exported files, without the ending. */
  readonly fileName: string
}

/** How many hosts are shown and chosen, and what can be done with them. */
export function RailFoot({ rail, chosen, fileName }: RailFootProps) {
  const { common, rail: words } = useRailWords()
  const { number } = useFormat()
  const { selection, onSelection, isInLink } = chosen
  const chosenCount = useMemo(() => countListed(selection.keys, rail.places), [selection, rail.places])
  const some = () => (chosenCount > 0 ? chosenRows(rail, selection.keys) : shownRows(rail))
  const selectShown = () => {
    const keys = new Set(shownRows(rail).map(({ key }) => key))
    onSelection({ keys, anchor: null, base: keys })
  }
  const count = chosenCount > 0 ? chosenCount : rail.shown.length
  return (
    <>
      <Foot>
        <span role="status">
          {[
            words.hosts.shown(number(rail.shown.length), rail.rows.length),
            ...(chosenCount === 0 ? [] : [words.selected(chosenCount)]),
            ...(isInLink ? [] : [words.notInLink]),
          ].join(' · ')}
        </span>
        {selection.keys.size > 0 ? (
          <Button size="small" onClick={() => onSelection(noSelection)}>
            {words.clearSelection}
          </Button>
        ) : (
          <Button size="small" disabled={rail.shown.length === 0} onClick={selectShown}>
            {words.selectShown}
          </Button>
        )}
      </Foot>
      <Foot>
        {/* Nothing to copy must not empty the clipboard. */}
        {count === 0 ? (
          <span />
        ) : (
          <CopyButton
            text={() =>
              some()
                .map(({ address }) => address)
                .join('\n')
            }
            label={words.hosts.copy(count)}
            copiedLabel={words.copiedHosts(count)}
            failedLabel={common.copyFailed}
          />
        )}
        <PopoverButton label={words.copyMenu}>
          {() => (
            <CopyPanel
              {...{ rail, chosenCount, fileName }}
              chosenKeys={selection.keys}
              key={chosenCount > 0 ? 'selected' : 'shown'}
            />
          )}
        </PopoverButton>
      </Foot>
    </>
  )
}

/** A link may name hosts that the step does not have. */
function countListed(keys: ReadonlySet<string>, places: Rail['places']): number {
  let count = 0
  for (const key of keys) if (places.has(key)) count += 1
  return count
}

const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: '0 4px',
  marginTop: -4,
  fontSize: '0.8125rem',
  '& .MuiButton-root': { padding: '2px 5px' },
})
