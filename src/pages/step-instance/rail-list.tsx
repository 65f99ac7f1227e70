import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useId, useMemo, useRef } from 'react'
import { useFormat, useRailWords } from '#i18n'
import { EmptyState } from '#ui'
import { DensityStrip } from './density-strip.tsx'
import { GroupOption, groupOptionLabel, groupOptionStyles } from './group-option.tsx'
import { HostListbox } from './host-listbox.tsx'
import { HostOption, hostOptionHeight, hostOptionLabel, hostOptionStyles } from './host-option.tsx'
import type { HostRow } from './host-rows.ts'
import type { ListFace } from './list-option.tsx'
import { listPlaces } from './list-places.ts'
import { RailFoot } from './rail-foot.tsx'
import { rowsOfGroup, shownRows } from './rail-rows.ts'
import { noFilters, type RailView } from './url.ts'
import type { Rail } from './use-rail.ts'
import type { UsedSelection } from './use-selection.ts'

interface RailListProps {
  readonly openedKey: string | null
  readonly onView: (change: Partial<RailView>) => void
  readonly onOpen: (row: HostRow) => void
  readonly onEnter: () => void
  /** Name of exported files, without the ending. */
  readonly fileName: string
  readonly rail: Rail
  readonly chosen: UsedSelection
  /** Ids of shut groups. */
  readonly collapsed: ReadonlySet<string>
  readonly onCollapsed: (collapsed: ReadonlySet<string>) => void
}

/** The list itself, and below it what can be done with the hosts in it. */
export function RailList(props: RailListProps) {
  const { openedKey, onView, onOpen, onEnter, rail, chosen, collapsed, onCollapsed } = props
  const messages = useRailWords()
  const format = useFormat()
  const { rail: words } = messages
  const { selection, onSelection } = chosen
  const hintId = useId()
  const listRef = useRef<HTMLDivElement>(null)
  const { rows, entries, groups, places } = rail
  const listed = useMemo(() => listPlaces(rows, { entries, groups }, places), [rows, entries, groups, places])
  const chosenGroups = useMemo(() => groupsChosen(rail, selection.keys), [rail, selection])
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
  const { now, stragglerOf, isOver } = rail
  const face = useMemo<ListFace>(
    () => ({
      labelOf: (entry) =>
        entry.kind === 'group'
          ? groupOptionLabel(entry.shown, isOver, messages)
          : hostOptionLabel(entry.row, { now, isOver, straggler: stragglerOf(entry.row) }, messages, format),
      render: (entry, isChosen) =>
        entry.kind === 'group' ? (
          <GroupOption {...{ shown: entry.shown, isOver, isChosen }} />
        ) : (
          <HostOption {...{ row: entry.row, now, isOver, isChosen }} straggler={stragglerOf(entry.row)} />
        ),
    }),
    [now, stragglerOf, isOver, messages, format],
  )
  return (
    <>
      <List ref={listRef}>
        <HostListbox
          {...{ entries, openedKey, selection, chosenGroups, onOpen, onEnter, onSelection }}
          label={words.hosts.name}
          describedBy={hintId}
          places={listed}
          asked={rail.asked}
          onToggleGroup={toggleGroup}
          keysOfGroup={(id) => rowsOfGroup(rail, id).map(({ key }) => key)}
          shownKeys={() => shownRows(rail).map(({ key }) => key)}
          rowHeight={hostOptionHeight}
          face={face}
          empty={<NoneMatch onClear={() => onView(noFilters)} />}
        />
        <DensityStrip laid={rail} onGo={goTo} />
      </List>
      <Hint id={hintId}>{words.keysHint}</Hint>
      <RailFoot rail={rail} chosen={chosen} fileName={props.fileName} />
    </>
  )
}

/** Groups of which every host shown is chosen. */
function groupsChosen(rail: Rail, keys: ReadonlySet<string>): ReadonlySet<string> {
  if (keys.size === 0) return new Set()
  const ids = rail.groups.map(({ group }) => group.id)
  return new Set(ids.filter((id) => rowsOfGroup(rail, id).every(({ key }) => keys.has(key))))
}

function NoneMatch({ onClear }: { readonly onClear: () => void }) {
  const { hosts } = useRailWords().rail
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
  ...hostOptionStyles(theme),
  ...groupOptionStyles,
}))
