import { styled } from '@mui/material/styles'
import { type NodeManAttempt, type NodeManTaskId, nodeManTone } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, ToneIcon } from '#ui'
import { Callout } from './callout.tsx'

export interface AttemptsProps {
  /** Oldest first. */
  readonly attempts: readonly NodeManAttempt[]
  /** The one shown; `null` is the newest. */
  readonly taskId: NodeManTaskId | null
  readonly addressOf: (taskId: NodeManTaskId | null) => string
}

/** Chooses among the attempts at a host; nothing where there was only one. */
export function Attempts({ attempts, taskId, addressOf }: AttemptsProps) {
  const { nodeMan: words, status: statusWords } = useMessages()
  const { dateTime } = useFormat()
  if (attempts.length < 2) return null
  const newest = attempts.length - 1
  const shown = shownIndex(attempts, taskId)
  return (
    <>
      <Choices aria-label={words.attempts}>
        <span>{words.attempts}</span>
        {attempts.map((attempt, index) => (
          <AppLink
            key={attempt.taskId}
            // The newest goes without its id, so that a link to it follows the next retry.
            to={addressOf(index === newest ? null : attempt.taskId)}
            aria-current={index === shown ? 'true' : undefined}
          >
            <ToneIcon tone={nodeManTone(attempt.status)} size={14} />
            {words.attempt(index + 1, statusWords.nodeManStatusWord(attempt.status))}
            {attempt.startedAt === null ? null : <small>{dateTime(attempt.startedAt)}</small>}
          </AppLink>
        ))}
      </Choices>
      {shown < 0 || shown === newest ? null : (
        <Callout tone="idle" title={words.olderAttempt(shown + 1, attempts.length)}>
          {words.olderAttemptMeaning} <AppLink to={addressOf(null)}>{words.newestAttempt}</AppLink>
        </Callout>
      )}
    </>
  )
}

function shownIndex(attempts: readonly NodeManAttempt[], taskId: string | null): number {
  return taskId === null ? attempts.length - 1 : attempts.findIndex((attempt) => attempt.taskId === taskId)
}

const Choices = styled('nav')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: 6,
    '& > span': { color: palette.text.secondary, marginInlineEnd: 4 },
    '& > a': {
      display: 'inline-flex',
      alignItems: 'center',
      gap: 6,
      padding: '3px 10px',
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
