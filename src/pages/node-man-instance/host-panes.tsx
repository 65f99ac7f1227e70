import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, Suspense, useDeferredValue, useEffect, useRef } from 'react'
import { nodeManJobQuery, toProblem, useApi } from '#api'
import type { NodeManLogParams } from '#contract'
import { useMessages } from '#i18n'
import { lazyPart } from '#ui'
import { focusLog, isInLog } from '../log-focus.ts'
import type { HostListProps } from './host-list.tsx'
import { besideWidth } from './host-width.ts'
import { knownHosts } from './known-hosts.ts'
import { hasOtherHosts } from './other-hosts.ts'

const HostList = lazyPart<HostListProps>(async () => (await import('./host-list.tsx')).HostList)

interface HostPanesProps {
  readonly address: NodeManLogParams
  /** The log of the host is there: what is read first waits for nothing else. */
  readonly isRead: boolean
  /** `hasOthers`: there are hosts to go to from this one; `null` until that is known. */
  readonly children: (hasOthers: boolean | null) => ReactNode
}

/**
 * The page of a host, and the hosts of its job beside or above it. The list has its place from the start, except where
 * this host is known to be the only one. It stays while the host beside it is another.
 */
export function HostPanes({ address, isRead, children }: HostPanesProps) {
  const { list } = useMessages().nodeMan
  const pane = useRef<HTMLDivElement>(null)
  const isBeside = useMediaQuery(besideWidth, { noSsr: true })
  const { jobStatus, hasOthers } = useJob(address)
  const hasList = useDeferredValue(isRead && hasOthers !== false, false)
  const wasInLog = useRef(false)
  const { instanceId } = address
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another host is open
  useEffect(() => {
    if (!wasInLog.current || pane.current === null) return undefined
    wasInLog.current = false
    return focusLog(pane.current)
  }, [instanceId])
  const handleKeyDown = (event: KeyboardEvent) => {
    const inLog = event.target instanceof Element && event.target.closest('[role="log"]') !== null
    if (event.key === 'Escape' && inLog && !event.defaultPrevented)
      pane.current?.querySelector<HTMLElement>('[data-region="hosts"] [role="grid"]')?.focus()
  }
  return (
    <Panes ref={pane} onKeyDown={handleKeyDown}>
      {hasOthers === false ? null : (
        <HostsPane aria-label={list.region} data-region="hosts">
          <Suspense>
            {hasList ? (
              <HostList
                {...{ address, jobStatus, isBeside }}
                onLeave={() => {
                  wasInLog.current = pane.current !== null && isInLog(pane.current)
                }}
                onEnter={() => pane.current !== null && focusLog(pane.current)}
              />
            ) : null}
          </Suspense>
        </HostsPane>
      )}
      {children(hasOthers)}
    </Panes>
  )
}

/** What the page of the host asked of its job, without asking again. */
function useJob({ nodeManJobId, instanceId }: NodeManLogParams) {
  const { data, error } = useQuery({
    ...nodeManJobQuery(useApi(), nodeManJobId, { instanceId }),
    enabled: false,
  })
  const problem = error === null ? null : toProblem(error).kind
  const isAlone = () => knownHosts(nodeManJobId, instanceId).length === 1
  return {
    jobStatus: data?.job.status ?? null,
    hasOthers: hasOtherHosts({ counts: data?.job.counts, problem, isAlone }),
  }
}

/** The parts of the page stand in it by themselves, see `data-part`. */
const Panes = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: '12px 0',
  minWidth: 0,
  // What comes late comes below the heading, where nothing is read yet.
  '& > [data-part="head"]': { gridRow: 1 },
  '& > [data-part]': { display: 'flex', flexDirection: 'column', gap: 12, minWidth: 0 },
  [`@media ${besideWidth}`]: {
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    alignItems: 'start',
    '& > [data-part="head"]': { gridColumn: '1 / -1' },
    '& > [data-part="body"]': { gridColumn: 2, gridRow: 2 },
  },
})

const HostsPane = styled('nav')({
  gridRow: 2,
  minHeight: 34,
  [`@media ${besideWidth}`]: {
    gridColumn: 1,
    position: 'sticky',
    top: 12,
    display: 'flex',
    flexDirection: 'column',
    boxSizing: 'border-box',
    width: 244,
    paddingInlineEnd: 12,
    height: 'max(320px, calc(100dvh - 230px))',
  },
})
