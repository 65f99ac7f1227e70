import type { Theme } from '@mui/material/styles'
import { type Format, type RailWords, useFormat, useRailWords } from '#i18n'
import { monospace, ToneIcon, toneColour } from '#ui'
import { cloudIdOf } from './host-filter.ts'
import { type HostRow, rowTone } from './host-rows.ts'
import { rowStatusWord } from './row-status-word.ts'
import { elapsedMs, type Straggler } from './stragglers.ts'

/** Height of one option of the rail, px: two lines. */
export const hostOptionHeight = 46

interface HostOptionProps {
  readonly row: HostRow
  readonly straggler: Straggler
  /** Upstream's time: what runs has lasted until then. */
  readonly now: number
  /** The step has ended. */
  readonly isOver: boolean
  /** One of several chosen hosts. */
  readonly isChosen: boolean
}

/** One host in the rail: address and duration above, status, exit code and tag below. */
export function HostOption({ row, straggler, now, isOver, isChosen }: HostOptionProps) {
  const messages = useRailWords()
  const format = useFormat()
  const elapsed = elapsedMs(row, now)
  const words = stragglerMarks(straggler, messages, format)
  return (
    <span className="host">
      <CheckMark isChosen={isChosen} />
      <ToneIcon tone={rowTone(row)} size={16} />
      <span className="address" title={row.names}>
        {row.address}
      </span>
      <span className="duration">{elapsed === null ? null : format.duration(elapsed)}</span>
      <span className="words">
        {words.length === 0 ? null : (
          <span className="odd" title={stragglerWords(straggler, messages, format).join(' · ')}>
            {words.join(' · ')}
          </span>
        )}
        {[...(words.length === 0 ? [] : ['']), ...rowWords(row, isOver, messages, format)].join(' · ')}
      </span>
    </span>
  )
}

/** The box that a click chooses by; the option itself says whether it is chosen. */
export function CheckMark({ isChosen }: { readonly isChosen: boolean }) {
  const { selectHost } = useRailWords().rail
  return (
    <span className="check" data-check title={selectHost} data-on={isChosen || undefined} aria-hidden="true">
      {isChosen ? '✓' : ''}
    </span>
  )
}

/** The same as a sentence, for assistive technology. */
export function hostOptionLabel(
  row: HostRow,
  { straggler, now, isOver }: Pick<HostOptionProps, 'straggler' | 'now' | 'isOver'>,
  messages: RailWords,
  format: Format,
): string {
  const elapsed = elapsedMs(row, now)
  const duration = elapsed === null ? [] : [format.duration(elapsed)]
  return [
    row.address,
    ...rowWords(row, isOver, messages, format),
    ...duration,
    ...stragglerWords(straggler, messages, format),
  ].join(', ')
}

/** Short, for the line has room for 30 letters: how long it runs stands above it. */
function stragglerMarks(
  { slowMs, silentMs }: Straggler,
  { rail }: RailWords,
  { duration }: Format,
): readonly string[] {
  return [
    ...(silentMs === null ? [] : [rail.silentMark(duration(silentMs))]),
    ...(slowMs === null ? [] : [rail.slowMark]),
  ]
}

function stragglerWords(
  { slowMs, silentMs }: Straggler,
  { rail }: RailWords,
  { duration }: Format,
): readonly string[] {
  return [
    ...(slowMs === null ? [] : [rail.isSlow(duration(slowMs))]),
    ...(silentMs === null ? [] : [rail.isSilent(duration(silentMs))]),
  ]
}

function rowWords(row: HostRow, isOver: boolean, messages: RailWords, { number }: Format): readonly string[] {
  const { rail } = messages
  const { exitCode, tag } = row
  const cloud = cloudIdOf(row)
  return [
    rowStatusWord(row, messages, isOver),
    ...(exitCode === null ? [] : [messages.stepInstance.hosts.exit(number(exitCode))]),
    ...(tag === null ? [] : [tag]),
    // The same address in two areas is two hosts; most hosts are in the direct area, which goes without saying.
    ...(cloud === null || cloud === '0' ? [] : [rail.cloudChip(cloud)]),
  ]
}

/** Of the list the options stand in: not of every option, or each of hundreds of parts would be styled for itself. */
export function hostOptionStyles(theme: Theme) {
  const { palette } = theme.vars ?? theme
  return {
    '& .host': {
      display: 'grid',
      gridTemplateColumns: '18px 16px minmax(0, 1fr) auto',
      gridTemplateRows: '1fr 1fr',
      alignItems: 'center',
      columnGap: 6,
      width: '100%',
      height: '100%',
      padding: '3px 0',
    },
    '& .host > svg, & .host > .check': { gridRow: '1 / span 2' },
    '& .host > span': { overflow: 'hidden', textOverflow: 'ellipsis', lineHeight: 1.3 },
    '& .host > .address': { fontFamily: monospace, fontSize: '0.8125rem' },
    '& .host > .duration': {
      fontSize: '0.75rem',
      color: palette.text.secondary,
      fontVariantNumeric: 'tabular-nums',
    },
    '& .host > .words': { gridColumn: '3 / span 2', fontSize: '0.75rem', color: palette.text.secondary },
    '& .host .odd': { color: toneColour('odd', 'text'), fontWeight: 600 },
    ...checkStyles(palette),
  } as const
}

function checkStyles({ text, primary }: Pick<Theme['palette'], 'text' | 'primary'>) {
  return {
    '& [role="option"] .check': {
      display: 'grid',
      placeItems: 'center',
      boxSizing: 'border-box',
      width: 16,
      height: 16,
      position: 'relative',
      overflow: 'visible',
      border: `1px solid ${text.secondary}`,
      borderRadius: 3,
      fontSize: '0.75rem',
      lineHeight: 1,
      opacity: 0.35,
      // The whole height of the option is easier to hit than the box.
      '&::before': { content: '""', position: 'absolute', inset: '-15px -4px -15px -8px' },
      '&[data-on]': {
        color: primary.contrastText,
        backgroundColor: primary.main,
        borderColor: primary.main,
      },
      '@media (hover: none)': { opacity: 0.8 },
    },
    '& [role="option"]:hover .check, & [role="option"] .check[data-on]': { opacity: 1 },
  } as const
}
