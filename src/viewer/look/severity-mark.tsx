import { memo } from 'react'
import { useMessages } from '#i18n'
import type { Severity } from '#log'

/** A letter as well as a colour: colours are not told apart by everybody. What is plain needs no mark. */
const letters: Readonly<Partial<Record<Severity, string>>> = {
  success: '✓',
  warning: 'W',
  error: 'E',
  fatal: 'F',
}

/** How serious a line is, in the gutter. Always as wide, so that texts begin in one column. */
export const SeverityMark = memo(function SeverityMark({ severity }: { readonly severity: Severity | null }) {
  const { severityNames } = useMessages().reader
  const letter = severity === null ? undefined : letters[severity]
  if (severity === null || letter === undefined) return <span className="log-severity" />
  const name = severityNames[severity]
  return (
    <span className={`log-severity severity-${severity}`} role="img" aria-label={name} title={name}>
      {letter}
    </span>
  )
})
