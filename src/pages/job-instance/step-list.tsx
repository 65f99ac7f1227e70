import { type JobInstanceDetail, jobInstancePath, type StepInstance, stepInstancePath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink } from '#ui'
import { TimeList, TimeNote } from '../time-list.tsx'
import { useNow } from '../use-now.ts'
import { usePageQuery } from '../use-page-query.ts'
import { StepDetails } from './step-details.tsx'
import { StepItem } from './step-item.tsx'
import { layOutSteps } from './step-spans.ts'
import { readJobInstanceUrl } from './url.ts'
import { useChosenStep } from './use-chosen-step.ts'

const noRow = { span: null, durationMs: null, gap: null }

/** The steps of an execution, top to bottom in the order they run, to scale on one time axis. */
export function StepList({ detail }: { readonly detail: JobInstanceDetail }) {
  const { jobInstance, steps, finished } = detail
  const { jobInstance: words } = useMessages()
  const now = useNow(!finished)
  const { axis, rows } = layOutSteps(detail, now)
  const { chosenId, elsewhere, toggle, follow } = useChosenStep(steps)
  const { wanted } = readJobInstanceUrl(usePageQuery()[0])
  const addressOf = (step: StepInstance) =>
    `${stepInstancePath(jobInstance.scope, jobInstance.id, step.id)}${wanted?.query ?? ''}`
  return (
    <div>
      {wanted === null ? null : <TimeNote>{words.openAt(wanted.name)}</TimeNote>}
      {elsewhere === null ? null : (
        <TimeNote role="status">
          {words.nowAt(steps.indexOf(elsewhere) + 1, elsewhere.name)}{' '}
          <AppLink to={jobInstancePath(jobInstance.scope, jobInstance.id)} onClick={follow}>
            {words.follow}
          </AppLink>
        </TimeNote>
      )}
      <TimeList label={words.steps} axis={axis} onChoose={() => undefined}>
        {(time) =>
          steps.map((step, stepIndex) => (
            <StepItem
              key={step.id}
              {...time}
              step={step}
              stepNumber={stepIndex + 1}
              row={rows[stepIndex] ?? noRow}
              jobFinished={finished}
              to={addressOf(step)}
              chosen={step.id === chosenId}
              onToggle={() => toggle(step.id)}
            >
              <StepDetails jobInstance={jobInstance} step={step} jobFinished={finished} />
            </StepItem>
          ))
        }
      </TimeList>
      <TimeNote>{words.keys}</TimeNote>
    </div>
  )
}
