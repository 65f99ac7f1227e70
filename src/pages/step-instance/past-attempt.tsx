import { styled } from '@mui/material/styles'
import { useMemo } from 'react'
import { resultTone } from '#contract'
import { useTransferWords } from '#i18n'
import { CopyButton, EmptyState, ToneIcon } from '#ui'
import { countByStatus, type HostRow } from './host-rows.ts'
import { PageTitle, type StepTitle } from './page-title.tsx'
import { rowStatusWord } from './row-status-word.ts'

interface PastAttemptProps {
  /** The hosts with their results of that attempt, by attention. */
  readonly rows: readonly HostRow[]
  readonly title: StepTitle
}

/** An earlier attempt of a file step: what became of its hosts. Whatever transfers are answered are of the newest. */
export function PastAttempt({ rows, title }: PastAttemptProps) {
  const messages = useTransferWords()
  const { transfer: words, common } = messages
  const counts = useMemo(() => countByStatus(rows), [rows])
  const hostsOf = (status: number | null) => rows.filter((row) => row.status === status)
  return (
    <>
      <PageTitle title={title} />
      <Results>
        {counts.map(({ status, count }) => (
          <li key={status}>
            <ToneIcon tone={status === null ? 'odd' : resultTone(status)} size={14} />
            <span>
              <strong>{common.hosts(count)}</strong> {status}{' '}
              {status === null ? null : rowStatusWord({ status, logState: null }, messages, true)}
            </span>
            <CopyButton
              text={() =>
                hostsOf(status)
                  .map(({ address }) => address)
                  .join('\n')
              }
              label={words.copyHosts}
              copiedLabel={common.copied}
              failedLabel={common.copyFailed}
            />
          </li>
        ))}
      </Results>
      <EmptyState title={words.pastAttempt.title} meaning={words.pastAttempt.meaning} />
    </>
  )
}

const Results = styled('ul')({
  margin: 0,
  padding: 0,
  listStyle: 'none',
  fontSize: '0.8125rem',
  '& > li': { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 8px', minHeight: 32 },
})
