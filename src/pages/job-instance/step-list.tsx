import { styled } from '@mui/material/styles'
import type { StepInstance } from '#contract'
import { useMessages } from '#i18n'
import { StepItem } from './step-item.tsx'

export interface StepListProps {
  readonly steps: readonly StepInstance[]
  readonly jobFinished: boolean
  /** In-app address of a step's own page. */
  readonly addressOf: (step: StepInstance) => string
}

/** The steps of an execution, top to bottom in the order they run. */
export function StepList({ steps, jobFinished, addressOf }: StepListProps) {
  const { jobInstance: words } = useMessages()
  return (
    // The role is spelled out because Safari drops it from a list without markers.
    <List role="list" aria-label={words.steps}>
      {steps.map((step, stepIndex) => (
        <StepItem
          key={step.id}
          step={step}
          stepNumber={stepIndex + 1}
          jobFinished={jobFinished}
          to={addressOf(step)}
        />
      ))}
    </List>
  )
}

const List = styled('ol')({
  listStyle: 'none',
  margin: 0,
  padding: 0,
  display: 'flex',
  flexDirection: 'column',
})
