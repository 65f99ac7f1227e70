import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useCallback, useId, useMemo, useRef, useState } from 'react'
import { useFormat, useMessages } from '#i18n'
import { CopyButton, EmptyState, lazyPart } from '#ui'
import { DensityStrip } from './density-strip.tsx'
import { GroupOption, groupOptionLabel } from './group-option.tsx'
import { HostListbox } from './host-listbox.tsx'
import { HostOption, hostOptionHeight, hostOptionLabel } from './host-option.tsx'
import type { HostRow } from './host-rows.ts'
import { noSelection } from './host-selection.ts'
import { type ListEntry, listPlaces } from './list-places.ts'
import type { LogFacts } from './log-facts.ts'
import { RailPopover } from './rail-popover.tsx'
import { noFilters, type RailView } from './rail-url.ts'
import type { Rail } from './use-rail.ts'

const CopyPanel = lazyPart(async () => (await import('./copy-panel.tsx')).CopyPanel)

interface RailListProps {
  readonly rows: readonly HostRow[]
  readonly openedKey: string | null
  readonly onView: (change: Partial<RailView>) => void
  readonly facts: LogFacts
  readonly onOpen: (row: HostRow) => void
  readonly onEnter: () => void
  /** Name of exported files, without the ending. */
  readonly fileName: string
  readonly rail: Rail
  /** Ids of shut groups. */
  readonly collapsed: ReadonlySet<string>
  readonly onCollapsed: (collapsed: ReadonlySet<string>) => void
}

/** The list itself, and below it what can be done with the hosts in it. */
export function RailList(props: RailListProps) {
  const { rows, openedKey, onView, facts, onOpen, onEnter, fileName, rail, collapsed, onCollapsed } = props
  const messages = useMessages()
  const format = useFormat()
  const { hosts, rail: words } = messages.stepInstance
  const [selection, setSelection] = useState(noSelection)
  const hintId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const { entries, groups, shown, places } = rail
  const listed = useMemo(() => listPlaces(rows, { entries, groups }, places), [rows, entries, groups, places])
  const rowsAt = useCallback(
    (indexes: Uint32Array) => Array.from(indexes, (index) => rows[index]).filter((row) => row !== undefined),
    [rows],
  )
  const shownRows = useMemo(() => rowsAt(shown), [rowsAt, shown])
  const selected = useMemo(
    () => (selection.keys.size === 0 ? [] : rows.filter(({ key }) => selection.keys.has(key))),
    [rows, selection],
  )
  const chosenGroups = useMemo(() => {
    const all = groups.map(({ group: { id } }) => id)
    if (selection.keys.size === 0) return new Set<string>()
    return new Set(
      all.filter((id) => rowsAt(groupRows(groups, shown, id)).every(({ key }) => selection.keys.has(key))),
    )
  }, [groups, shown, selection, rowsAt])
  const rowsOfGroup = useCallback(
    (id: string) => rowsAt(groupRows(groups, shown, id)),
    [rowsAt, groups, shown],
  )
  const toggleGroup = (id: string, isShut: boolean) => {
    const next = new Set(collapsed)
    if (isShut) next.add(id)
    else next.delete(id)
    onCollapsed(next)
  }
  const goTo = (share: number) => {
    const box = listRef.current?.querySelector('[role="listbox"]')
    if (box instanceof HTMLElement) box.scrollTop = share * box.scrollHeight - box.clientHeight / 2
  }
  const known = { now: rail.now }
  const labelOf = (entry: ListEntry) =>
    entry.kind === 'group'
      ? groupOptionLabel(entry.shown, messages)
      : hostOptionLabel(entry.row, { ...known, straggler: rail.stragglerOf(entry.row) }, messages, format)
  const copied = selected.length > 0 ? selected : shownRows
  return (
    <>
      <List ref={listRef}>
        <HostListbox
          {...{ entries, openedKey, selection, chosenGroups, labelOf, onOpen, onEnter }}
          label={hosts.name}
          describedBy={hintId}
          places={listed}
          asked={rail.asked}
          onSelection={setSelection}
          onToggleGroup={toggleGroup}
          keysOfGroup={(id) => rowsOfGroup(id).map(({ key }) => key)}
          shownKeys={() => shownRows.map(({ key }) => key)}
          rowHeight={hostOptionHeight}
          renderEntry={(entry, isChosen) =>
            entry.kind === 'group' ? (
              <GroupOption shown={entry.shown} isChosen={isChosen} />
            ) : (
              <HostOption
                row={entry.row}
                straggler={rail.stragglerOf(entry.row)}
                isChosen={isChosen}
                {...known}
              />
            )
          }
          empty={<NoneMatch onClear={() => onView(noFilters)} />}
        />
        <DensityStrip rows={rows} laid={rail} onGo={goTo} />
      </List>
      <Hint id={hintId}>{words.keysHint}</Hint>
      <Foot>
        <span role="status">
          {[
            hosts.shown(format.number(shown.length), format.number(rows.length)),
            ...(selected.length === 0 ? [] : [words.selected(selected.length)]),
          ].join(' · ')}
        </span>
        {selected.length > 0 ? (
          <Button size="small" onClick={() => setSelection(noSelection)}>
            {words.clearSelection}
          </Button>
        ) : (
          <Button
            size="small"
            onClick={() => {
              const keys = new Set(shownRows.map(({ key }) => key))
              setSelection({ keys, anchor: null, base: keys })
            }}
          >
            {words.selectShown}
          </Button>
        )}
      </Foot>
      <Foot>
        <CopyButton
          text={() => copied.map(({ address }) => address).join('\n')}
          label={hosts.copy(copied.length)}
          copiedLabel={words.copiedHosts(copied.length)}
          failedLabel={messages.common.copyFailed}
        />
        <RailPopover label={words.copyMenu}>
          {() => (
            <CopyPanel
              {...{ rows, selected, groups, rowsOfGroup, facts, fileName }}
              shown={shownRows}
              key={selected.length > 0 ? 'selected' : 'shown'}
            />
          )}
        </RailPopover>
      </Foot>
    </>
  )
}

/** Row indexes of a group's hosts that are shown, in list order. */
function groupRows(groups: Rail['groups'], shown: Uint32Array, id: string): Uint32Array {
  let start = 0
  for (const { group, count } of groups) {
    if (group.id === id) return shown.subarray(start, start + count)
    start += count
  }
  return new Uint32Array(0)
}

function NoneMatch({ onClear }: { readonly onClear: () => void }) {
  const { hosts } = useMessages().stepInstance
  return (
    <EmptyState title={hosts.noneMatch} actions={<Button onClick={onClear}>{hosts.clearFilter}</Button>} />
  )
}

/** Read out with the list; seen while the keys are in it. */
const Hint = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.75rem',
  lineHeight: 1.35,
  color: (theme.vars ?? theme).palette.text.secondary,
  'section:not(:has([role="listbox"]:focus-visible)) > &': {
    position: 'absolute',
    width: 1,
    height: 1,
    overflow: 'hidden',
    clipPath: 'inset(50%)',
  },
}))

/** The list fills what is left, whatever the height of the parts around it. */
const List = styled('div')(({ theme }) => ({
  display: 'flex',
  flex: '1 1 0',
  minHeight: 140,
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  overflow: 'hidden',
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  '& > :first-of-type': { flex: 1, minWidth: 0 },
}))

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
