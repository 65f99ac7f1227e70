import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { jobInstanceQuery, toProblem, useApi } from '#api'
import {
  isRunFinished,
  type JobInstance,
  type JobInstanceDetail,
  jobInstancePath,
  resultTone,
  runTone,
  stepInstancePath,
} from '#contract'
import { useFormat, useMessages, useRunMessages } from '#i18n'
import { AppLink, StatusChip } from '#ui'
import { Awaited } from './awaited.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { onlyStepWith, stateDifferences, stepDifferences } from './run-differences.ts'
import { runDurationMs } from './run-duration.ts'
import { useNow } from './use-now.ts'
import { queryWait, type Wait } from './wait.ts'

export interface RunComparisonProps {
  readonly here: JobInstance
  readonly there: JobInstance
}

/** Two runs of one job side by side: state, duration, how many targets ended how, and each step. */
export function RunComparison({ here, there }: RunComparisonProps) {
  const api = useApi()
  const options = {
    ours: jobInstanceQuery(api, here.scope, here.id),
    theirs: jobInstanceQuery(api, there.scope, there.id),
  }
  const ours = useQuery(options.ours)
  const theirs = useQuery(options.theirs)
  const waits = [queryWait(ours, options.ours.queryKey), queryWait(theirs, options.theirs.queryKey)]
  const error = ours.error ?? theirs.error
  const retry = () => void Promise.all([ours.refetch(), theirs.refetch()])
  return (
    <>
      <Sides here={ours.data ?? null} there={theirs.data ?? null} runs={{ here, there }} />
      {error === null ? null : (
        <ProblemNotice problem={toProblem(error)} onRetry={retry} compact severity="warning" />
      )}
      {error === null && (ours.isPending || theirs.isPending) ? (
        <Awaited wait={both(waits)} what={({ twoRuns }) => twoRuns} />
      ) : null}
    </>
  )
}

/** One that was stopped stops both, and goes on alone where the other is there. */
function both(waits: readonly Wait[]): Wait {
  return {
    isStopped: waits.some(({ isStopped }) => isStopped),
    stop: (client) => waits.forEach(({ stop }) => void stop(client)),
    again: () => waits.filter(({ isStopped }) => isStopped).forEach(({ again }) => void again()),
  }
}

interface SidesProps {
  /** `null` until it has arrived. */
  readonly here: JobInstanceDetail | null
  readonly there: JobInstanceDetail | null
  /** What the history knows already. */
  readonly runs: RunComparisonProps
}

function Sides({ here, there, runs }: SidesProps) {
  const words = useRunMessages()
  const { common, status, stepInstance } = useMessages()
  const format = useFormat()
  const sides = { here: here?.jobInstance ?? runs.here, there: there?.jobInstance ?? runs.there }
  const now = useNow(!isRunFinished(sides.here.status) || !isRunFinished(sides.there.status))
  const began = (run: JobInstance) => format.dateTime(run.startedAt ?? run.createdAt)
  const states = here === null || there === null ? [] : stateDifferences(here, there)
  return (
    <Scroll>
      <table>
        <caption>{words.comparison}</caption>
        <thead>
          <tr>
            <td />
            <th scope="col">{words.thisRun}</th>
            <th scope="col">
              <AppLink to={jobInstancePath(runs.there.scope, runs.there.id)}>{words.otherRun}</AppLink>
            </th>
            <th scope="col">{words.difference}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{common.started}</th>
            <td>{began(runs.here)}</td>
            <td>{began(runs.there)}</td>
            <td />
          </tr>
          <tr>
            <th scope="row">{common.status}</th>
            <td>
              <RunState status={sides.here.status} />
            </td>
            <td>
              <RunState status={sides.there.status} />
            </td>
            <td />
          </tr>
          <DurationRow
            name={common.duration}
            here={runDurationMs(sides.here, now)}
            there={runDurationMs(sides.there, now)}
          />
          {states.map((state) => (
            <CountRow
              key={`${state.status} ${state.wasRunning}`}
              name={
                state.wasRunning ? (
                  <StatusChip tone="odd" label={stepInstance.hosts.wasRunning} />
                ) : (
                  <StatusChip tone={resultTone(state.status)} label={status.hostStatusWord(state.status)} />
                )
              }
              here={state.here}
              there={state.there}
              hostsPath={here === null ? null : hostsPath(here, runs.here, state.status)}
            />
          ))}
          {here === null || there === null
            ? null
            : stepDifferences(here, there).map((step, place) => (
                <DurationRow
                  // biome-ignore lint/suspicious/noArrayIndexKey: a name may be given twice, the order never changes
                  key={`${place} ${step.name}`}
                  name={words.step(step.name)}
                  here={step.here === null ? null : runDurationMs(step.here, now)}
                  there={step.there === null ? null : runDurationMs(step.there, now)}
                />
              ))}
        </tbody>
      </table>
      {here === null || there === null || states.length > 0 ? null : <p>{words.noCounts}</p>}
    </Scroll>
  )
}

/** The hosts of this run that ended so. */
function hostsPath(here: JobInstanceDetail, { scope, id }: JobInstance, status: number): string | null {
  const step = onlyStepWith(here, status)
  return step === null ? null : `${stepInstancePath(scope, id, step.id)}?status=${status}`
}

function RunState({ status }: { readonly status: number }) {
  const { status: words } = useMessages()
  return <StatusChip tone={runTone(status)} label={words.runStatusWord(status)} />
}

interface RowProps {
  readonly name: React.ReactNode
  readonly here: number | null
  readonly there: number | null
}

function DurationRow({ name, here, there }: RowProps) {
  const words = useRunMessages()
  const { duration } = useFormat()
  const apartMs = here === null || there === null ? null : here - there
  const isAlike = apartMs === null || Math.abs(apartMs) < 1000
  return (
    <tr data-differs={isAlike ? undefined : true}>
      <th scope="row">{name}</th>
      <td>{duration(here)}</td>
      <td>{duration(there)}</td>
      <td>
        {apartMs === null || isAlike
          ? null
          : apartMs > 0
            ? words.longer(duration(apartMs))
            : words.shorter(duration(-apartMs))}
      </td>
    </tr>
  )
}

interface CountRowProps extends RowProps {
  /** Where the hosts counted `here` are listed; `null` for nowhere. */
  readonly hostsPath: string | null
}

function CountRow({ name, here, there, hostsPath: path }: CountRowProps) {
  const { number } = useFormat()
  const { common } = useMessages()
  const apart = here === null || there === null ? null : here - there
  const shown = (count: number | null) => (count === null ? common.notGiven : number(count))
  return (
    <tr data-differs={apart === null || apart === 0 ? undefined : true}>
      <th scope="row">{name}</th>
      <td>{path === null ? shown(here) : <AppLink to={path}>{shown(here)}</AppLink>}</td>
      <td>{shown(there)}</td>
      <td>{apart === null || apart === 0 ? null : `${apart > 0 ? '+' : '−'}${number(Math.abs(apart))}`}</td>
    </tr>
  )
}

const Scroll = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    overflowX: 'auto',
    '& table': { borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums' },
    '& caption': { textAlign: 'start', color: palette.text.secondary, padding: '2px 0' },
    '& th, & td': {
      padding: '3px 14px 3px 0',
      textAlign: 'start',
      fontWeight: 'normal',
      borderBottom: `1px solid ${palette.divider}`,
    },
    // A phone scrolls the table sooner than it breaks a duration into syllables.
    '& td': { wordBreak: 'keep-all' },
    '& th[scope="row"]': { minWidth: '5.2em' },
    '& td:last-child': { whiteSpace: 'nowrap' },
    '& thead th': { color: palette.text.secondary, fontSize: '0.8125rem' },
    '& [data-differs] td:last-child': { fontWeight: 650 },
    '& p': { margin: '4px 0 0', color: palette.text.secondary },
  }
})
