import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { jobInstancesOnceQuery, toProblem, useApi } from '#api'
import { runTone } from '#contract'
import { useFindMessages, useFormat, useMessages } from '#i18n'
import { StatusChip } from '#ui'
import { keptSpan } from '../scope-search.ts'
import type { Target } from './target.ts'
import { targetFacts } from './target-facts.ts'

/** A link typed by hand is another one with every key. */
const settledMs = 300

/** Beneath a choice: what else the link says, and what is known of the job instance it leads to. */
export function TargetDetails({ target }: { readonly target: Target }) {
  const find = useFindMessages()
  const facts = targetFacts(target, find)
  return (
    <>
      {facts.length === 0 ? null : (
        <Facts>
          {facts.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </Facts>
      )}
      <Preview key={JSON.stringify(target)} target={target} />
    </>
  )
}

/** Asks the history for this one id: needs no right to view the job instance, and tells its name and state. */
function Preview({ target }: { readonly target: Target }) {
  const find = useFindMessages()
  const { problem: problems, status } = useMessages()
  const { relative } = useFormat()
  const [isSettled, setSettled] = useState(false)
  const [span] = useState(keptSpan)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), settledMs)
    return () => clearTimeout(timer)
  }, [])
  const named = 'jobInstanceId' in target && target.scope !== null ? target : null
  const { data, error, isLoading } = useQuery({
    ...jobInstancesOnceQuery(useApi(), named?.scope ?? noScope, {
      ...span,
      length: 1,
      ...(named === null ? {} : { jobInstanceId: named.jobInstanceId }),
    }),
    enabled: isSettled && named !== null,
  })
  if (named === null) return null
  if (isLoading) return <Known>{find.looking}</Known>
  const problem = error === null ? null : toProblem(error)
  // Where nothing can be listed nothing is known, which is no news.
  if (problem !== null)
    return problem.kind === 'not-offered' ? null : <Known>{problems.kinds[problem.kind].title}</Known>
  if (data === undefined) return null
  const found = data.items.find(({ id }) => id === named.jobInstanceId)
  if (found === undefined) return <Known>{find.notInHistory}</Known>
  return (
    <Known>
      {found.name} <StatusChip tone={runTone(found.status)} label={status.runStatusWord(found.status)} />{' '}
      {relative(found.createdAt)}
    </Known>
  )
}

const noScope = { type: 'biz', id: '0' } as Parameters<typeof jobInstancesOnceQuery>[1]

const Facts = styled('dl')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  gap: '2px 16px',
  margin: '4px 0 0',
  '& > div': { display: 'flex', gap: 6, minWidth: 0 },
  '& dt': { color: (theme.vars ?? theme).palette.text.secondary },
  '& dd': { margin: 0, minWidth: 0, overflowWrap: 'anywhere' },
}))

const Known = styled('p')({ overflowWrap: 'anywhere' })
