import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type RailWords, useRailWords } from '#i18n'
import { listedHosts } from './listed-hosts.ts'
import { rowStatusWord } from './row-status-word.ts'
import { noFilters, type RailView } from './url.ts'

interface ActiveFiltersProps {
  /** The step has ended. */
  readonly isOver: boolean
  readonly view: RailView
  readonly onView: (change: Partial<RailView>) => void
  /** False when a link to the page would not filter by the text. */
  readonly isTextInLink: boolean
}

/** The filters in force, each to be taken away; nothing when there are none. */
export function ActiveFilters({ isOver, view, onView, isTextInLink }: ActiveFiltersProps) {
  const messages = useRailWords()
  const { rail } = messages
  const filters = filtersInForce(view, isOver, messages)
  if (filters.length === 0) return null
  return (
    <Chips role="group" aria-label={rail.active}>
      {filters.map(({ label, off }) => (
        <button key={label} type="button" aria-label={rail.remove(label)} onClick={() => onView(off)}>
          <span>{label}</span>
          <span aria-hidden="true">×</span>
        </button>
      ))}
      {isTextInLink ? null : <small>{rail.filterNotInLink}</small>}
      {filters.length > 1 ? (
        <Button size="small" onClick={() => onView(noFilters)}>
          {rail.hosts.clearFilter}
        </Button>
      ) : null}
    </Chips>
  )
}

interface InForce {
  readonly label: string
  readonly off: Partial<RailView>
}

function filtersInForce(view: RailView, isOver: boolean, messages: RailWords): readonly InForce[] {
  const { rail, status } = messages
  const { filter, hosts, exit, cloud, tag, noLog, straggler } = view
  const statusWord =
    view.status === 'failed'
      ? rail.allFailures
      : view.status === 'none'
        ? status.hostStatusWord(null)
        : rowStatusWord({ status: Number(view.status), logState: null }, messages, isOver)
  const stragglerWord = { slow: rail.slow, silent: rail.silent, any: rail.straggler }
  const some: (InForce | null)[] = [
    filter.trim() === '' ? null : { label: rail.textChip(filter.trim().slice(0, 80)), off: { filter: '' } },
    hosts === '' ? null : { label: rail.hostsChip(listedHosts(hosts)), off: { hosts: '' } },
    view.status === '' ? null : { label: rail.statusChip(statusWord), off: { status: '' } },
    exit === null ? null : { label: rail.exitChip(`${exit}`), off: { exit: null } },
    cloud === '' ? null : { label: rail.cloudChip(cloud), off: { cloud: '' } },
    tag === null ? null : { label: rail.tagChip(tag === '' ? rail.noTag : tag), off: { tag: null } },
    noLog ? { label: rail.noLog, off: { noLog: false } } : null,
    straggler === '' ? null : { label: stragglerWord[straggler], off: { straggler: '' } },
  ]
  return some.filter((one) => one !== null)
}

const Chips = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 4,
    minWidth: 0,
    '& > button:not(.MuiButton-root)': {
      display: 'inline-flex',
      gap: 6,
      maxWidth: '100%',
      minHeight: 24,
      alignItems: 'center',
      padding: '0 8px',
      font: 'inherit',
      fontSize: '0.75rem',
      color: palette.text.primary,
      backgroundColor: palette.action.selected,
      border: `1px solid ${palette.divider}`,
      borderRadius: 999,
      cursor: 'pointer',
    },
    '& > button > span:first-of-type': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
    '& > button:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})
