import { styled } from '@mui/material/styles'
import { type NodeManAttempt, type NodeManTaskId, nodeManTone } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, PopoverButton, ToneIcon } from '#ui'
import { Callout } from './callout.tsx'

export interface AttemptsProps {
  /** Oldest first. */
  readonly attempts: readonly NodeManAttempt[]
  /** The one shown; `null` is the newest. */
  readonly taskId: NodeManTaskId | null
  readonly addressOf: (taskId: NodeManTaskId | null) => string
}

/**
 * Chooses among the attempts at a host; nothing where there was only one. They are known late, so they are behind a
 * button that has room and moves nothing, and says how each of them ended.
 */
export function Attempts({ attempts, taskId, addressOf }: AttemptsProps) {
  const { nodeMan: words, status: statusWords } = useMessages()
  const { dateTime } = useFormat()
  if (attempts.length < 2) return null
  const newest = attempts.length - 1
  const shown = shownIndex(attempts, taskId)
  const wordOf = ({ status }: NodeManAttempt, index: number) =>
    words.attempt(index + 1, statusWords.nodeManStatusWord(status))
  const face = (
    <Face>
      {words.attempts}
      {attempts.slice(-mostIcons).map(({ taskId: id, status }) => (
        <ToneIcon key={id} tone={nodeManTone(status)} size={14} />
      ))}
      <span aria-hidden="true">▾</span>
    </Face>
  )
  return (
    <PopoverButton
      label={`${words.attempts}: ${attempts.map(wordOf).join(', ')}`}
      face={face}
      isOn={taskId !== null}
    >
      {(close) => (
        <Choices aria-label={words.attempts}>
          {attempts.map((attempt, index) => (
            <AppLink
              key={attempt.taskId}
              // The newest goes without its id, so that a link to it follows the next retry.
              to={addressOf(index === newest ? null : attempt.taskId)}
              aria-current={index === shown ? 'true' : undefined}
              onClick={close}
            >
              <ToneIcon tone={nodeManTone(attempt.status)} size={14} />
              {wordOf(attempt, index)}
              {attempt.startedAt === null ? null : <small>{dateTime(attempt.startedAt)}</small>}
            </AppLink>
          ))}
        </Choices>
      )}
    </PopoverButton>
  )
}

/** Says that a later attempt followed the one that is shown. */
export function OlderAttempt({ attempts, taskId, addressOf }: AttemptsProps) {
  const { nodeMan: words } = useMessages()
  const shown = shownIndex(attempts, taskId)
  if (shown < 0 || shown === attempts.length - 1) return null
  return (
    <Callout tone="idle" title={words.olderAttempt(shown + 1, attempts.length)}>
      {words.olderAttemptMeaning} <AppLink to={addressOf(null)}>{words.newestAttempt}</AppLink>
    </Callout>
  )
}

/** How the newest of them ended; a host retried more often says the rest in the panel. */
const mostIcons = 5

function shownIndex(attempts: readonly NodeManAttempt[], taskId: string | null): number {
  return taskId === null ? attempts.length - 1 : attempts.findIndex((attempt) => attempt.taskId === taskId)
}

const Face = styled('span')({ display: 'inline-flex', alignItems: 'center', gap: 4 })

const Choices = styled('nav')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexDirection: 'column',
    gap: 6,
    '& > a': {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: '0 6px',
      padding: '5px 10px',
      color: palette.text.primary,
      textDecoration: 'none',
      border: `1px solid ${palette.divider}`,
      borderRadius: 8,
      backgroundColor: palette.background.paper,
    },
    '& > a:hover': { backgroundColor: palette.action.hover },
    '& > a[aria-current]': { borderColor: palette.primary.main, fontWeight: 600 },
    '& small': { color: palette.text.secondary, fontWeight: 400, fontVariantNumeric: 'tabular-nums' },
  }
})
