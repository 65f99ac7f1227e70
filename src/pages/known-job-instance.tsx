import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { jobInstancesOnceQuery, toProblem, useApi } from '#api'
import { type JobInstanceId, runTone, type Scope } from '#contract'
import { useFindMessages, useMessages } from '#i18n'
import { StatusChip } from '#ui'
import { RelativeTime } from './relative-time.tsx'
import { keptSpan } from './scope-search.ts'

/** A link typed by hand is another one with every key. */
const settledMs = 300

export interface KnownJobInstanceProps {
  readonly scope: Scope
  readonly jobInstanceId: JobInstanceId
}

/**
 * What is known of a job instance before it is opened. Asks the history for this one id: needs no right to view it, and
 * tells its name and state. Needs a `key` of both ids.
 */
export function KnownJobInstance({ scope, jobInstanceId }: KnownJobInstanceProps) {
  const find = useFindMessages()
  const { problem: problems, status } = useMessages()
  const [isSettled, setSettled] = useState(false)
  const [span] = useState(keptSpan)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledMs)
    return () => clearTimeout(timer)
  }, [])
  const { data, error, isLoading } = useQuery({
    ...jobInstancesOnceQuery(useApi(), scope, { ...span, length: 1, jobInstanceId }),
    enabled: isSettled,
  })
  if (isLoading) return <Known>{find.looking}</Known>
  const problem = error === null ? null : toProblem(error)
  // Where nothing can be listed nothing is known, which is no news.
  if (problem !== null)
    return problem.kind === 'not-offered' ? null : <Known>{problems.kinds[problem.kind].title}</Known>
  if (data === undefined) return null
  const found = data.items.find(({ id }) => id === jobInstanceId)
  if (found === undefined) return <Known>{find.notInHistory}</Known>
  return (
    <Known>
      {found.name} <StatusChip tone={runTone(found.status)} label={status.runStatusWord(found.status)} />{' '}
      <RelativeTime at={found.createdAt} />
    </Known>
  )
}

const Known = styled('p')({ overflowWrap: 'anywhere' })
