import { useFormat, useHistoryMessages } from '#i18n'
import { AppLink, EmptyState } from '#ui'
import { type Preset, presetNames, presets, widerPreset } from './time-range.ts'
import { type HistoryUrl, isFiltered } from './url.ts'

type AddressOf = (change: Partial<HistoryUrl>) => string

const noFilters: Partial<HistoryUrl> = {
  status: null,
  type: null,
  launchMode: null,
  operator: null,
  name: null,
  ip: null,
  id: null,
}

interface HistoryEmptyProps {
  readonly url: HistoryUrl
  readonly maxSpanDays: number | null
  readonly addressOf: AddressOf
}

/** No rows, why that may be, and each way on as a link. */
export function HistoryEmpty({ url, maxSpanDays, addressOf }: HistoryEmptyProps) {
  const words = useHistoryMessages()
  const wider = widerPreset(url.range, maxSpanDays)
  const filtered = isFiltered(url)
  if (url.pageNumber > 1)
    return (
      <EmptyState
        title={words.pastEnd}
        actions={<AppLink to={addressOf({ pageNumber: 1 })}>{words.firstPage}</AppLink>}
      />
    )
  if (url.id !== null)
    return (
      <EmptyState
        title={words.noSuchId(url.id)}
        meaning={words.noSuchIdMeaning}
        actions={<AppLink to={addressOf(noFilters)}>{words.clearFilters}</AppLink>}
      />
    )
  return (
    <EmptyState
      title={filtered ? words.emptyFiltered : words.empty}
      meaning={words.emptyMeaning}
      actions={
        <>
          {wider === null ? null : <RangeLink preset={wider} say={words.widen} addressOf={addressOf} />}
          {filtered ? <AppLink to={addressOf(noFilters)}>{words.clearFilters}</AppLink> : null}
        </>
      }
    />
  )
}

interface RangeTooLongProps {
  readonly maxSpanDays: number
  readonly addressOf: AddressOf
}

/** Said before asking: upstream would only answer with a code (1241002, bk-job A.6). */
export function RangeTooLong({ maxSpanDays, addressOf }: RangeTooLongProps) {
  const words = useHistoryMessages()
  const longest = presetNames.findLast((name) => presets[name] <= maxSpanDays * 86_400_000) ?? '1h'
  return (
    <EmptyState
      title={words.tooLong(maxSpanDays)}
      meaning={words.tooLongMeaning}
      actions={<RangeLink preset={longest} say={words.shorten} addressOf={addressOf} />}
    />
  )
}

interface PageTooFarProps {
  /** Most rows that upstream skips, and how many it is asked for at once. */
  readonly maxStart: number
  readonly pageSize: number
  readonly firstPage: string
}

/** Said before asking, too: upstream would only name its parameter (v4, bk-job A.2). */
export function PageTooFar({ maxStart, pageSize, firstPage }: PageTooFarProps) {
  const words = useHistoryMessages()
  const sayLast = useLastReachable()
  return (
    <EmptyState
      title={sayLast(maxStart, pageSize)}
      actions={<AppLink to={firstPage}>{words.firstPage}</AppLink>}
    />
  )
}

/** How far the list goes: its end moves with the size of a page, which the words explain. */
export function useLastReachable(): (maxStart: number, pageSize: number) => string {
  const { lastReachable } = useHistoryMessages()
  const { number } = useFormat()
  return (maxStart, pageSize) =>
    lastReachable(number(maxStart), number(pageSize), number(maxStart + pageSize))
}

interface RangeLinkProps {
  readonly preset: Preset
  readonly say: (range: string) => string
  readonly addressOf: AddressOf
}

function RangeLink({ preset, say, addressOf }: RangeLinkProps) {
  const words = useHistoryMessages()
  return (
    <AppLink to={addressOf({ range: { kind: 'preset', preset } })}>{say(words.rangeNames[preset])}</AppLink>
  )
}
