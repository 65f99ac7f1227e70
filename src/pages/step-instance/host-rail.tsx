import { styled } from '@mui/material/styles'
import { type Dispatch, type SetStateAction, Suspense, useMemo, useState } from 'react'
import type { StepAddress } from '#api'
import { isResultFinished } from '#contract'
import { useFormat, useRailWords } from '#i18n'
import { Loading, lazyPart, PopoverButton } from '#ui'
import { useHostKeys } from '../use-host-keys.ts'
import { ActiveFilters } from './active-filters.tsx'
import { FailedSteps } from './failed-steps.tsx'
import { FilterChips } from './filter-chips.tsx'
import { HiddenHost } from './hidden-host.tsx'
import type { HostRow, StatusCount } from './host-rows.ts'
import { isFailedHost, nextHost } from './host-step.ts'
import { hostTotals } from './host-totals.ts'
import type { LogFacts } from './log-facts.ts'
import { hostsNotHere, namesNotHere } from './names-not-here.ts'
import { RailControls } from './rail-controls.tsx'
import { RailList } from './rail-list.tsx'
import { SearchField } from './search-field.tsx'
import { StateBar } from './state-bar.tsx'
import { statusChips } from './status-chips.ts'
import { noFilters, type RailView } from './url.ts'
import { type Rail, useRail } from './use-rail.ts'
import { type UsedSelection, useSelection } from './use-selection.ts'
import type { RailQuery } from './use-step-view.ts'

// What says, where the rail is out of sight, what its filters would: fetched with them.
export { HiddenHere } from './hidden-here.tsx'

const RailFilters = lazyPart(async () => (await import('./rail-filters.tsx')).RailFilters)
const RunningLogsLine = lazyPart(async () => (await import('./running-logs-line.tsx')).RunningLogsLine)
const NotHere = lazyPart(async () => (await import('./not-here.tsx')).NotHere)

export interface HostRailProps {
  /** In order of attention (`orderByAttention`); keep the array's identity while nothing changed. */
  readonly rows: readonly HostRow[]
  /** The host whose log is open. */
  readonly openedKey: string | null
  readonly query: RailQuery
  /** What is known of the hosts' logs. */
  readonly facts: LogFacts
  /** Of which step the running hosts' logs can be looked at, and who takes what they tell. Not given: they are read anyway. */
  readonly logs?: { readonly address: StepAddress; readonly onFacts: Dispatch<SetStateAction<LogFacts>> }
  /** When the step ended, epoch ms, `null` where nobody knows; not given while it runs, and where that is not known. */
  readonly endedAt?: number | null
  readonly onOpen: (row: HostRow) => void
  /** Enter or → on a host: the reader wants to go into its log. */
  readonly onEnter: () => void
  /** Name of exported files, without the ending. */
  readonly fileName: string
}

/** The hosts of a step: totals, filters, order and groups, the list, and their names to copy. */
export function HostRail(props: HostRailProps) {
  const { loading, railRegion } = useRailWords().stepInstance
  const { rows, query, facts, endedAt } = props
  const { view, onChange: onView } = query
  const collapsed = useMemo(() => new Set(view.shut === '' ? [] : view.shut.split('\n')), [view.shut])
  const rail = useRail(rows, view, facts, collapsed, endedAt)
  const chosen = useSelection(view.selected, (selected) => onView({ selected }))
  return (
    <Region aria-label={railRegion}>
      {rail === null ? (
        <Loading label={loading} lines={8} />
      ) : (
        <RailParts
          {...props}
          {...{ rail, chosen, collapsed, view, onView }}
          onCollapsed={(ids) => onView({ shut: [...ids].join('\n') })}
        />
      )}
    </Region>
  )
}

interface RailPartsProps extends Omit<HostRailProps, 'rows'> {
  readonly rail: Rail
  readonly chosen: UsedSelection
  readonly view: RailView
  readonly onView: RailQuery['onChange']
  /** Ids of shut groups. */
  readonly collapsed: ReadonlySet<string>
  readonly onCollapsed: (collapsed: ReadonlySet<string>) => void
}

function RailParts(props: RailPartsProps) {
  const { rail, openedKey, query, view, onView, facts, logs, onOpen } = props
  const { rows, counts } = rail
  const messages = useRailWords()
  const format = useFormat()
  const { rail: words } = messages
  const { hosts } = words
  const totals = hostTotals(counts, rows[0]?.executeObject.kind ?? 'host', rail.isOver, messages, format)
  // Who watches them end goes on reading where everything stood.
  const [isLooking, setLooking] = useState(false)
  const [wasLive] = useState(() => counts.some(isUnfinished))
  const open = (row: HostRow | null) => row !== null && row.key !== openedKey && onOpen(row)
  const from = openedKey === null ? -1 : (rail.places.get(openedKey) ?? -1)
  const stepFailed = (direction: 1 | -1) => open(nextHost(rows, rail.shown, from, direction, isFailedHost))
  useHostKeys({ step: (direction) => open(nextHost(rows, rail.shown, from, direction)), stepFailed })
  return (
    <>
      <Totals role="status" data-live={wasLive || undefined}>
        {totals}
      </Totals>
      <Glance data-live={wasLive || undefined}>
        <StateBar
          counts={counts}
          isOver={rail.isOver}
          totals={totals}
          status={view.status}
          onStatus={(status) => onView({ status })}
        />
        <FailedSteps onStep={stepFailed} isAny={rows[0] !== undefined && isFailedHost(rows[0])} />
      </Glance>
      <SearchField
        label={hosts.filter}
        labelHidden
        hint={hosts.filterHint}
        value={view.filter}
        onChange={(filter) => onView({ filter })}
        onDown={enterList}
      />
      {/* Of a step under way other kinds will come: the list is not to move down then. */}
      {counts.length > 1 || counts.some(isUnfinished) ? (
        <FilterChips
          label={hosts.statusFilter}
          chips={statusChips(counts, rail.isOver, messages, format)}
          value={view.status}
          onChange={(status) => onView({ status })}
        />
      ) : null}
      <RailControls view={view} onView={onView}>
        <PopoverButton label={words.filters} isOn={hasHiddenFilter(view)}>
          {() => (
            <RailFilters
              {...{ rail, view, onView }}
              looking={{ isOn: isLooking, onChange: logs === undefined ? null : setLooking }}
            />
          )}
        </PopoverButton>
      </RailControls>
      {logs === undefined || !isLooking ? null : (
        <Suspense>
          <RunningLogsLine
            {...logs}
            {...{ rows, stragglerOf: rail.stragglerOf, isOver: rail.isOver }}
            onStop={() => setLooking(false)}
          />
        </Suspense>
      )}
      {view.sort.by === 'size' ? (
        <Small>{words.sizesKnown(format.number(knownSizes(facts)), format.number(rows.length))}</Small>
      ) : null}
      <ActiveFilters isOver={rail.isOver} view={view} onView={onView} isTextInLink={query.isFilterInLink} />
      <Suspense>
        {isList(view.filter) ? <NotHere rows={rows} find={namesNotHere} text={view.filter} /> : null}
        {view.hosts === '' ? null : <NotHere rows={rows} find={hostsNotHere} text={view.hosts} />}
      </Suspense>
      <HiddenHost rail={rail} index={from} onShow={() => onView(noFilters)} />
      <RailList {...props} />
    </>
  )
}

function isUnfinished({ status }: StatusCount): boolean {
  return status !== null && !isResultFinished(status)
}

/** From the filter into the list, to the first of what it left. */
function enterList(field: HTMLElement): void {
  const list = field.closest('section')?.querySelector<HTMLElement>('[role="listbox"]')
  list?.focus()
  list?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Home', bubbles: true }))
}

/** Whether a filter's text may name several. */
function isList(text: string): boolean {
  return /[\s,;[]/.test(text.trim())
}

function hasHiddenFilter({ exit, cloud, tag, noLog, straggler }: RailView): boolean {
  return exit !== null || cloud !== '' || tag !== null || noLog || straggler !== ''
}

function knownSizes(facts: LogFacts): number {
  let known = 0
  for (const { bytes } of facts.values()) if (bytes !== null) known += 1
  return known
}

const Region = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  minHeight: 0,
  minWidth: 0,
  flex: 1,
})

const Totals = styled('p')({
  margin: 0,
  fontSize: '0.8125rem',
  fontWeight: 600,
  '&[data-live]': { minHeight: '2lh' },
})

const Glance = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 8,
  // As high with the buttons to the failed ones as without.
  '&[data-live]': { minHeight: 28 },
})

const Small = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.75rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
