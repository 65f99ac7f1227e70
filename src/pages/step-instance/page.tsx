import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { useParams } from 'react-router'
import { type StepAddress, stepInstanceQuery, toProblem, useApi } from '#api'
import type { Problem, StepInstanceDetail } from '#contract'
import { useMessages } from '#i18n'
import { Loading, useTitle } from '#ui'
import { ProblemNotice } from '../problem-notice.tsx'
import { ConfirmStep } from './confirm-step.tsx'
import { FileStep } from './file-step.tsx'
import { findRow, type HostRow, orderByAttention, rowOfResult } from './host-rows.ts'
import { PastedStep } from './pasted-step.tsx'
import { type LogType, ScriptStep } from './script-step.tsx'
import { StepHeading } from './step-heading.tsx'
import { BadAddress } from './step-problem.tsx'
import { readAddress, type StepInstanceView } from './url.ts'
import { type ChangeView, useStepView } from './use-step-view.ts'

/** `/{scopeType}/{scopeId}/job-instances/{jobInstanceId}/steps/{stepInstanceId}` */
export function Page() {
  const { scopeType, scopeId, jobInstanceId, stepInstanceId } = useParams()
  const address = useMemo(
    () => readAddress({ scopeType, scopeId, jobInstanceId, stepInstanceId }),
    [scopeType, scopeId, jobInstanceId, stepInstanceId],
  )
  if (address === null) return <BadAddress />
  return <StepPage key={Object.values(address).map(String).join('/')} address={address} />
}

function StepPage({ address }: { readonly address: StepAddress }) {
  const { stepInstance: words } = useMessages()
  const [view, change] = useStepView()
  const query = useQuery(stepInstanceQuery(useApi(), address))
  const detail = query.data ?? null
  const problem = query.error === null ? null : toProblem(query.error)
  const rows = useMemo(() => orderByAttention((detail?.results ?? []).map(rowOfResult)), [detail?.results])
  useStepTitle(
    address,
    detail,
    problem,
    view.host === null ? null : (findRow(rows, view.host)?.address ?? view.host),
  )
  const hostsNotOffered = detail === null && problem?.kind === 'not-offered'
  return (
    <Column>
      <StepHeading address={address} detail={detail} />
      {problem === null || hostsNotOffered ? null : (
        <ProblemNotice
          problem={problem}
          onRetry={() => void query.refetch()}
          {...(detail === null ? {} : { severity: 'warning' as const, compact: true })}
        />
      )}
      {hostsNotOffered ? <PastedStep address={address} view={view} onChange={change} /> : null}
      {detail === null && problem === null ? <Loading label={words.loading} lines={8} /> : null}
      {detail === null ? null : (
        <StepBody address={address} detail={detail} rows={rows} view={view} onChange={change} />
      )}
    </Column>
  )
}

interface StepBodyProps {
  readonly address: StepAddress
  readonly detail: StepInstanceDetail
  readonly rows: readonly HostRow[]
  readonly view: StepInstanceView
  readonly onChange: ChangeView
}

/** Which screen a step gets: by its type, and by what its logs turn out to be where the type is unknown. */
function StepBody({ detail, ...rest }: StepBodyProps) {
  const [logType, setLogType] = useState<LogType | null>(null)
  const { type } = detail.step
  if (type === 3 || logType === 'none') return <ConfirmStep detail={detail} />
  if (type === 2 || logType === 'file') return <FileStep {...rest} finished={detail.finished} />
  return <ScriptStep {...rest} finished={detail.finished} onLogType={setLogType} />
}

/** "host · step · status"; what went wrong stands where the status would. */
function useStepTitle(
  address: StepAddress,
  detail: StepInstanceDetail | null,
  problem: Problem | null,
  host: string | null,
): void {
  const { status, stepInstance, problem: problems } = useMessages()
  const name = detail?.step.name || stepInstance.stepNumber(address.stepInstanceId)
  const wrong = problem === null || problem.kind === 'not-offered' ? null : problems.kinds[problem.kind].title
  useTitle([host, name, detail === null ? wrong : status.runStatusWord(detail.step.status)])
}

const Column = styled('div')({
  flex: '1 1 0',
  minHeight: 0,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
})
