import { styled } from '@mui/material/styles'
import type { StepAddress } from '#api'
import { isFileStep, type StepInstance, stepInstancePath } from '#contract'
import { useFormat, useMessages } from '#i18n'
import { AppLink, monospace } from '#ui'
import { useFirstError } from './use-first-error.ts'

export interface FirstErrorProps {
  readonly address: StepAddress
  readonly step: StepInstance
}

/** The first error of a failed target, quoted, with the way to its line; of most steps all that is needed. */
export function FirstError({ address, step }: FirstErrorProps) {
  const { jobInstance: words } = useMessages()
  const { number } = useFormat()
  const found = useFirstError(address, step)
  if (found === null) return null
  if (found === undefined) return <Box>{words.lookingForError}</Box>
  const { host, hostKey, line } = found
  const path = stepInstancePath(address.scope, address.jobInstanceId, address.stepInstanceId, hostKey)
  if (line === null)
    return (
      <Box>
        {words.noErrorLine(host)} <AppLink to={path}>{words.openHost}</AppLink>
      </Box>
    )
  return (
    <Box>
      <strong>{line.isError ? words.firstError(host) : words.lastLine(host)}</strong>
      <blockquote>{line.text}</blockquote>
      {isFileStep(step) ? (
        <AppLink to={`${path}&status=failed`}>{words.openHost}</AppLink>
      ) : (
        <AppLink to={`${path}&line=${line.lineNumber}`}>{words.goToLine(number(line.lineNumber))}</AppLink>
      )}
    </Box>
  )
}

const Box = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    // Room for a name, a line and a link from the start: what is found must not push down what is read below.
    minHeight: '4.5lh',
    '@media (max-width: 600px)': { minHeight: '5.5lh' },
    fontSize: '0.8125rem',
    color: palette.text.secondary,
    '& > strong': { fontWeight: 600, color: palette.text.primary },
    '& > blockquote': {
      margin: '2px 0',
      padding: '4px 10px',
      fontFamily: monospace,
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      color: palette.text.primary,
      borderInlineStart: `3px solid ${palette.error.main}`,
    },
  }
})
