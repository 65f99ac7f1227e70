import { styled } from '@mui/material/styles'
import { useEffect, useState } from 'react'
import { useHref } from 'react-router'
import { type NodeManLogParams, type NodeManTaskId, nodeManInstancePath, nodeManTone } from '#contract'
import { useMessages } from '#i18n'
import { useTitle } from '#ui'
import type { LineSelection } from '#viewer'
import { AwaitedRest } from '../awaited.tsx'
import { HeldRoom } from '../held-room.tsx'
import { usePageQuery } from '../use-page-query.ts'
import { logWait } from '../wait.ts'
import { Attempts, OlderAttempt } from './attempts.tsx'
import { hostName } from './host-words.ts'
import { InstanceHeading } from './instance-heading.tsx'
import { InstanceNotices } from './instance-notices.tsx'
import { NoSteps } from './no-steps.tsx'
import { StepLog } from './step-log.tsx'
import { chooseStepIndex } from './step-state.ts'
import { Timeline } from './timeline.tsx'
import { changeNodeManInstanceUrl, type NodeManInstanceUrl, readNodeManInstanceUrl } from './url.ts'
import { useInstance } from './use-instance.ts'
import { useToldNowhere } from './use-told-nowhere.ts'

export interface InstanceProps {
  readonly address: NodeManLogParams
  readonly taskId: NodeManTaskId | null
  /** There are hosts of the job to go to from this one; `null` until that is known. */
  readonly hasOthers: boolean | null
  /** The steps are there, or it is clear that they are not. */
  readonly onRead: () => void
}

/** One host: heading, what has to be said, the timeline and the log of the chosen step. */
export function Instance({ address, taskId, hasOthers, onRead }: InstanceProps) {
  const { nodeMan: words, status } = useMessages()
  const data = useInstance(address, taskId)
  const [query, changeQuery] = usePageQuery()
  const url = readNodeManInstanceUrl(query)
  const [heldIndex, setHeldIndex] = useState<number | null>(null)
  const [wantedLogIndex, setWantedLogIndex] = useState<number | null>(null)
  const { steps, host, job, outcome } = data
  const name = hostName(address.instanceId, host)
  useToldNowhere(data)
  const { completedOnce, phase } = data.session.state
  const isRead = completedOnce || phase === 'settled'
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once
  useEffect(() => {
    if (isRead) onRead()
  }, [isRead])
  useTitle(
    [
      name,
      outcome === null ? null : { state: status.nodeManStatusWord(outcome) },
      job?.name,
      words.jobTitle(address.nodeManJobId),
    ],
    outcome === null ? null : nodeManTone(outcome),
  )
  const wanted = url.stepIndex ?? heldIndex
  const chosenIndex = wanted !== null && wanted < steps.length ? wanted : chooseStepIndex(steps)
  const chosen = steps[chosenIndex]
  const isWhole = steps.length > 0 && steps.every(({ isLookedThrough }) => isLookedThrough)
  const path = nodeManInstancePath(address.nodeManJobId, address.instanceId)
  const href = useHref(path)
  const addressOf = (change: Partial<NodeManInstanceUrl>) =>
    `${path}${changeNodeManInstanceUrl(query, change)}`
  const lineHref = (line: LineSelection) =>
    `${href}${changeNodeManInstanceUrl(query, { stepIndex: chosenIndex, line })}`
  const attempts = {
    attempts: data.attempts,
    taskId,
    addressOf: (other: NodeManTaskId | null) => addressOf({ taskId: other, stepIndex: null, line: null }),
  }
  return (
    <>
      <div data-part="head">
        <HeldRoom held={data.live && isWhole} sparePx={data.live ? noticePx : 0}>
          <Head>
            <InstanceHeading
              {...{ address, data, name }}
              filter={url}
              attempts={<Attempts {...attempts} />}
            />
            <OlderAttempt {...attempts} />
            <InstanceNotices
              data={data}
              addressOf={({ stepIndex, line: { lineNumber } }) =>
                addressOf({ stepIndex, line: { first: lineNumber, last: lineNumber } })
              }
            />
          </Head>
        </HeldRoom>
      </div>
      {/* Below a heading that has grown by the host's facts it begins anew, instead of moving down in sight. */}
      <div data-part="body" key={chosen !== undefined ? 'steps' : data.isAwaited ? 'none' : 'facts'}>
        {chosen === undefined ? null : <AwaitedRest wait={logWait(data.session)} />}
        {chosen === undefined ? (
          <NoSteps jobId={address.nodeManJobId} name={name} data={data} />
        ) : (
          <Columns>
            <Timeline
              steps={steps}
              chosenIndex={chosenIndex}
              live={data.live}
              isGivenUp={data.isGivenUp}
              addressOf={(stepIndex) => addressOf({ stepIndex, line: null })}
              onOpenLog={setWantedLogIndex}
            />
            <StepLog
              key={chosenIndex}
              step={chosen}
              host={name}
              businessId={host?.businessId ?? null}
              asked={url}
              live={data.live}
              receiving={data.session.state.phase === 'loading'}
              lineHref={lineHref}
              hasOthers={hasOthers === true}
              wantsFocus={wantedLogIndex === chosenIndex}
              onFocused={() => setWantedLogIndex(null)}
              onAskedChange={(change) =>
                changeQuery((before) =>
                  changeNodeManInstanceUrl(before, { ...change, stepIndex: chosenIndex }),
                )
              }
              onHold={() => setHeldIndex(chosenIndex)}
            />
          </Columns>
        )}
      </div>
    </>
  )
}

/** The first line of a notice that comes while one watches. */
const noticePx = 44

const Head = styled('div')({ display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 })

const Columns = styled('div')({
  display: 'grid',
  gap: 12,
  alignItems: 'start',
  gridTemplateColumns: 'minmax(280px, 2fr) minmax(0, 3fr)',
  '@media (max-width: 900px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
})
