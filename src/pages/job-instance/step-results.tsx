import { styled } from '@mui/material/styles'
import type { StepAddress } from '#api'
import { isFileStep, type ResultCount, resultTone, type StepInstance, stepInstancePath } from '#contract'
import { useAdvice, useFormat, useMessages } from '#i18n'
import { AppLink, ToneIcon } from '#ui'
import { StatusHelp } from '../status-help.tsx'
import { useHeldOrder } from '../use-held-order.ts'
import { sortGroups } from './step-summary.ts'

export interface StepResultsProps {
  readonly address: StepAddress
  readonly step: StepInstance
  readonly counts: readonly ResultCount[]
  /** It has ended: nothing of it runs. */
  readonly isOver: boolean
  /** It is watched: a group that came keeps its place, also when nobody is in it any more. */
  readonly live: boolean
}

/** Targets by result and tag, failures first, each leading to just those targets; failures say what to do. */
export function StepResults({ address, step, counts, isOver, live }: StepResultsProps) {
  const { jobInstance: words, stepInstance, status } = useMessages()
  const { number } = useFormat()
  const advice = useAdvice()
  const groups = useHeldOrder(sortGroups(counts), groupKey, live, emptied)
  if (groups.length === 0) return null
  return (
    <div>
      <h2>{words.results}</h2>
      {/* No list: it would be one inside the list of steps, and ears would count its rows among them. */}
      <div>
        {groups.map((group) => {
          const tone = resultTone(group.status)
          const wasRunning = isOver && tone === 'busy'
          return (
            <Group key={groupKey(group)}>
              <ToneIcon tone={wasRunning ? 'odd' : tone} size={16} />
              <div>
                <AppLink to={resultsPath(address, step, group)}>
                  {number(group.count)} ×{' '}
                  {wasRunning ? stepInstance.hosts.wasRunning : status.hostStatusWord(group.status)}
                  {group.tag ? ` · ${group.tag}` : ''}
                </AppLink>
                {group.status === plainSuccess ? null : (
                  <StatusHelp
                    meaning={wasRunning ? words.leftRunning : status.hostStatusMeaning(group.status)}
                    nextStep={wasRunning ? null : advice('hostStatus', group.status)}
                  />
                )}
              </div>
            </Group>
          )
        })}
      </div>
    </div>
  )
}

const groupKey = ({ status, tag }: ResultCount) => `${status} ${tag ?? ''}`

const emptied = (group: ResultCount): ResultCount => ({ ...group, count: 0 })

/** Says all there is to say (bk-job A.14); the other good one, 3, means an earlier attempt. */
const plainSuccess = 9

/** The transfers of a file step have statuses of their own: there the filter could only be wrong. */
function resultsPath(
  { scope, jobInstanceId, stepInstanceId }: StepAddress,
  step: StepInstance,
  group: ResultCount,
) {
  const path = stepInstancePath(scope, jobInstanceId, stepInstanceId)
  if (isFileStep(step)) return resultTone(group.status) === 'bad' ? `${path}?status=failed` : path
  const query = new URLSearchParams({ status: `${group.status}` })
  if (group.tag) query.set('tag', group.tag)
  return `${path}?${query}`
}

const Group = styled('div')({
  display: 'flex',
  gap: 8,
  padding: '2px 0',
  '& > svg': { flex: 'none', marginTop: 3 },
  '& > div': { minWidth: 0, overflowWrap: 'anywhere' },
})
