import { styled } from '@mui/material/styles'
import { useRailWords } from '#i18n'
import { SmallButton } from '#ui'

interface FailedStepsProps {
  readonly onStep: (direction: 1 | -1) => void
  readonly isAny: boolean
}

/** To the failed host before and after the open one. */
export function FailedSteps({ onStep, isAny }: FailedStepsProps) {
  const { rail } = useRailWords()
  if (!isAny) return null
  return (
    <Pair>
      <SmallButton
        type="button"
        aria-label={rail.previousFailed}
        aria-keyshortcuts="["
        title={`${rail.previousFailed} · [`}
        onClick={() => onStep(-1)}
      >
        <span aria-hidden="true">↑</span>
      </SmallButton>
      <SmallButton
        type="button"
        aria-label={rail.nextFailed}
        aria-keyshortcuts="]"
        title={`${rail.nextFailed} · ]`}
        onClick={() => onStep(1)}
      >
        <span aria-hidden="true">↓</span>
      </SmallButton>
    </Pair>
  )
}

const Pair = styled('div')({
  display: 'flex',
  flex: 'none',
  gap: 4,
  '& > button': { minHeight: 24, minWidth: 28 },
})
