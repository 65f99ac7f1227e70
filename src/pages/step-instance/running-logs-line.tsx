import { styled } from '@mui/material/styles'
import type { Dispatch, SetStateAction } from 'react'
import type { StepAddress } from '#api'
import type { Problem } from '#contract'
import { useFormat, useRunningLogsMessages } from '#i18n'
import { PopoverButton, SmallButton } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import type { HostRow } from './host-rows.ts'
import type { LogFacts } from './log-facts.ts'
import { mostRunningLogs, runningRows } from './running-logs.ts'
import type { Straggler } from './stragglers.ts'
import { type RunningLogs, useRunningLogs } from './use-running-logs.ts'

interface RunningLogsLineProps {
  readonly address: StepAddress
  readonly rows: readonly HostRow[]
  readonly stragglerOf: (row: HostRow) => Straggler
  /** The step has ended: nothing is looked at any more. */
  readonly isOver: boolean
  /** Takes what is learned of the logs. */
  readonly onFacts: Dispatch<SetStateAction<LogFacts>>
  readonly onStop: () => void
}

/**
 * Looks at the logs of the running hosts as long as it is shown and the step runs: how many of how many, since when, and
 * the way to end it. The end of the step leaves it where it is, so that the list below does not move by itself.
 */
export function RunningLogsLine({ isOver, ...props }: RunningLogsLineProps) {
  const words = useRunningLogsMessages()
  return (
    <Box aria-label={words.region} data-many={props.rows.length > mostRunningLogs || undefined}>
      {isOver ? <Ended onClose={props.onStop} /> : <Looking {...props} />}
    </Box>
  )
}

function Ended({ onClose }: { readonly onClose: () => void }) {
  const words = useRunningLogsMessages()
  return (
    <>
      <p role="status">{words.ended}</p>
      <div>
        <SmallButton type="button" onClick={onClose}>
          {words.close}
        </SmallButton>
      </div>
    </>
  )
}

function Looking({ address, rows, stragglerOf, onFacts, onStop }: Omit<RunningLogsLineProps, 'isOver'>) {
  const words = useRunningLogsMessages()
  const { number, time } = useFormat()
  const logs = useRunningLogs(address, rows, onFacts)
  const { state, asked, since, look } = logs
  const running = runningRows(rows)
  const isFirst = !state.completedOnce && state.phase === 'loading'
  const read = asked.filter(({ key }) => state.logs.has(key) || state.missing.has(key)).length
  const { failed, problem } = failureOf(logs)
  const watched = running.filter(({ key }) => state.logs.has(key) || state.missing.has(key))
  const silent = watched.filter((row) => stragglerOf(row).silentMs !== null).length
  return (
    <>
      <p role="status" aria-busy={isFirst || undefined}>
        {isFirst
          ? words.reading(number(read), number(asked.length))
          : words.looking({
              watched: number(watched.length),
              running: number(running.length),
              most: running.length > mostRunningLogs ? number(mostRunningLogs) : null,
              since: time(since),
              silent: number(silent),
            })}
      </p>
      <div>
        {isFirst ? <progress max={asked.length} value={read} aria-label={words.progress} /> : null}
        <SmallButton type="button" onClick={onStop}>
          {words.stop}
        </SmallButton>
        {problem === null ? null : (
          <PopoverButton label={failed === 0 ? words.paused : words.failed(number(failed))}>
            {() => <ProblemNotice problem={problem} severity="warning" compact onRetry={look} />}
          </PopoverButton>
        )}
      </div>
    </>
  )
}

/** How many of those asked for could not be read, and why; none of it while nothing has failed. */
function failureOf({ state, asked }: RunningLogs): { failed: number; problem: Problem | null } {
  const failed = new Set(state.failures.flatMap(({ keys }) => keys))
  return {
    failed: asked.filter(({ key }) => failed.has(key)).length,
    problem:
      state.problem ??
      state.failures.find(({ keys }) => asked.some(({ key }) => keys.includes(key)))?.problem ??
      null,
  }
}

const Box = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  padding: '6px 8px',
  fontSize: '0.75rem',
  lineHeight: 1.35,
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  // As high while the first look lasts, and when the step has ended: nothing below is to move by itself.
  '& > p': { margin: 0, minHeight: '2lh' },
  '&[data-many] > p': { minHeight: '3lh' },
  '& > div': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 },
  '& progress': { flex: '1 1 80px', minWidth: 0 },
}))
