import Button from '@mui/material/Button'
import { useMemo } from 'react'
import type { LogFailure } from '#api'
import { useTransferWords } from '#i18n'
import { CopyButton } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { findRow, type HostRow } from './host-rows.ts'
import { Notice } from './notice.tsx'
import { gatherTroubles } from './transfer-troubles.ts'

/** Hosts without transfers. */
export interface MissingHosts {
  readonly keys: readonly string[]
  /** `cloud:address` of hosts with transfers that have the address of one of these in another cloud area. */
  readonly elsewhere: readonly string[]
}

export interface TransferTroublesProps {
  readonly failures: readonly LogFailure[]
  readonly missing: MissingHosts
  readonly hosts: readonly HostRow[]
  /** Nothing is being loaded: what is missing now stays missing. */
  readonly settled: boolean
  /** The step still runs: what has none may not have begun, and the totals tell how many. */
  readonly live?: boolean
  readonly onRetry: (keys: readonly string[]) => void
}

/** What could not be loaded and which hosts had nothing, each with its count, its addresses, and a retry for just those. */
export function TransferTroubles({
  failures,
  missing,
  hosts,
  settled,
  live = false,
  onRetry,
}: TransferTroublesProps) {
  const { transfer: words } = useTransferWords()
  const troubles = useMemo(() => gatherTroubles(failures), [failures])
  return (
    <>
      {troubles.map(({ problem, keys }) => (
        <ProblemNotice
          key={[problem.kind, problem.code, problem.message].join()}
          problem={problem}
          severity="warning"
          compact
          onRetry={() => onRetry(keys)}
          actions={
            <>
              <span>{words.failedHosts(keys.length)}</span>
              <CopyHosts keys={keys} hosts={hosts} />
            </>
          }
        />
      ))}
      {settled && !live && missing.keys.length > 0 ? (
        <Notice>
          <span>
            {words.missing(missing.keys.length)}
            {missing.elsewhere.length === 0
              ? null
              : ` ${words.otherArea(missing.elsewhere.slice(0, 3).join(', '))}`}
          </span>
          <CopyHosts keys={missing.keys} hosts={hosts} />
          <Button size="small" color="inherit" onClick={() => onRetry(missing.keys)}>
            {words.retryHosts}
          </Button>
        </Notice>
      ) : null}
    </>
  )
}

function CopyHosts({
  keys,
  hosts,
}: {
  readonly keys: readonly string[]
  readonly hosts: readonly HostRow[]
}) {
  const { transfer: words, common } = useTransferWords()
  return (
    <CopyButton
      text={() => keys.map((key) => findRow(hosts, key)?.address ?? key).join('\n')}
      label={words.copyHosts}
      copiedLabel={common.copied}
      failedLabel={common.copyFailed}
    />
  )
}
