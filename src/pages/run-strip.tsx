import { styled } from '@mui/material/styles'
import { type JobInstance, jobInstancePath, type Problem, runTone } from '#contract'
import { useFormat, useMessages, useRunMessages } from '#i18n'
import { AppLink, ToneIcon } from '#ui'
import { Awaited } from './awaited.tsx'
import { type Compared, readCompared } from './compared-run.ts'
import { ChoiceFilter } from './filter-fields.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { RelativeTime } from './relative-time.tsx'
import { RunBars } from './run-bars.tsx'
import { RunComparison } from './run-comparison.tsx'
import { runBefore } from './same-job.ts'
import { type Runs, useLastWeeksRun, useRuns } from './use-runs.ts'

export interface RunStripProps {
  /** The run everything is about; its name decides what is looked for, its plan where a list names one. */
  readonly jobInstance: JobInstance
  readonly compared: Compared | null
  /** The page keeps the choice, in its address. */
  readonly onCompare: (compared: Compared | null) => void
}

/**
 * "Same job, earlier runs": its last runs as bars with state, duration and start, each a link; and one of them beside
 * this one (issue 4, point 2). Asks the history by itself. Where that is not offered it says so in one line.
 */
export function RunStrip(props: RunStripProps) {
  const words = useRunMessages()
  const runs = useRuns(props.jobInstance)
  const { isPending, wait, problem, retry } = runs
  return (
    <Strip aria-label={words.title}>
      <h2>{words.title}</h2>
      {isPending ? <Awaited wait={wait} what={({ earlierRuns }) => earlierRuns} /> : null}
      {problem === null ? null : <NoRuns problem={problem} onRetry={retry} />}
      {isPending || problem !== null ? null : <ListedRuns {...props} {...runs} />}
    </Strip>
  )
}

/** Most deployments that cannot list runs cannot list anything: that is no fault worth a panel. */
function NoRuns({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) {
  const words = useRunMessages()
  if (problem.kind === 'not-offered') return <p>{words.notOffered}</p>
  return <ProblemNotice problem={problem} onRetry={onRetry} compact severity="warning" />
}

function ListedRuns({ jobInstance, compared, onCompare, runs, newest }: RunStripProps & Runs) {
  const words = useRunMessages()
  const lastWeek = useLastWeeksRun(jobInstance, runs, compared === 'week')
  const other = otherRun(compared, jobInstance, runs, lastWeek.run)
  const choices = useChoices(jobInstance, runs)
  const isAlone = runs.length < 2 && newest === null
  const isWaiting = compared === 'week' && lastWeek.isPending
  return (
    <>
      <RunBars runs={runs} currentId={jobInstance.id} comparedId={other?.id ?? null} />
      {newest === null ? null : <Newest run={newest} />}
      {isAlone ? <p>{words.noOther}</p> : null}
      {isAlone && compared === null ? null : (
        <Tools>
          <ChoiceFilter
            label={words.compareWith}
            value={compared}
            allLabel={words.nothing}
            choices={choices}
            onChange={(value) => onCompare(readCompared(value))}
          />
        </Tools>
      )}
      {isWaiting ? <Awaited wait={lastWeek.wait} what={({ lastWeek }) => lastWeek} /> : null}
      {compared !== null && other === null && !isWaiting ? (
        <p role="status">{compared === 'week' ? words.noLastWeek : words.noOther}</p>
      ) : null}
      {other === null ? null : <RunComparison here={jobInstance} there={other} />}
    </>
  )
}

function otherRun(
  compared: Compared | null,
  current: JobInstance,
  runs: readonly JobInstance[],
  lastWeek: JobInstance | null,
): JobInstance | null {
  if (compared === null) return null
  if (compared === 'before') return runBefore(current, runs)
  if (compared === 'week') return lastWeek
  return runs.find(({ id }) => id === compared && id !== current.id) ?? null
}

function useChoices(current: JobInstance, runs: readonly JobInstance[]) {
  const words = useRunMessages()
  const { status } = useMessages()
  const { dateTime } = useFormat()
  const others = runs.filter(({ id }) => id !== current.id).toReversed()
  return [
    { value: 'before', label: words.runBefore },
    { value: 'week', label: words.lastWeek },
    ...others.map((run) => ({
      value: run.id,
      label: `${dateTime(run.startedAt ?? run.createdAt)} · ${status.runStatusWord(run.status)}`,
    })),
  ]
}

/** Somebody who reads an old run wants to know that the job has run since, and how. */
function Newest({ run }: { readonly run: JobInstance }) {
  const words = useRunMessages()
  const { status } = useMessages()
  return (
    <p>
      <AppLink to={jobInstancePath(run.scope, run.id)}>{words.newest}</AppLink>{' '}
      <ToneIcon tone={runTone(run.status)} size={12} /> {status.runStatusWord(run.status)} ·{' '}
      <RelativeTime at={run.startedAt ?? run.createdAt} />
    </p>
  )
}

const Strip = styled('section')(({ theme }) => ({
  display: 'flex',
  flexDirection: 'column',
  gap: 6,
  minWidth: 0,
  '& > h2': { ...theme.typography.h3, margin: 0 },
  '& > p': { margin: 0, color: (theme.vars ?? theme).palette.text.secondary },
}))

const Tools = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8 })
