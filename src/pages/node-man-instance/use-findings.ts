import { useEffect, useState } from 'react'
import { type LogSessionState, useLogStore } from '#api'
import type { NodeManStepFrame } from '#contract'
import { findInLog, type LogFindings } from './log-findings.ts'

/** What was found in each step's log, by {@link findingKey}. */
export type Findings = ReadonlyMap<string, LogFindings>

/** A step's log is looked through up to here; ordinary ones have 40 KB (bk-nodeman D7). */
const mostBytes = 2 * 1024 * 1024

/** One version of one step's log: a longer one, or one of another attempt, is looked through again. */
export function findingKey({ key, bytes, step }: NodeManStepFrame): string {
  return `${key} ${bytes} ${step.startedAt.text}`
}

/** Looks through every log that has not been, once its text is whole. */
export function useFindings({ phase, steps }: LogSessionState): Findings {
  const store = useLogStore()
  const [findings, setFindings] = useState<Findings>(new Map())
  useEffect(() => {
    if (phase !== 'settled') return
    let current = true
    const unread = steps.filter(({ frame }) => frame.bytes > 0 && !findings.has(findingKey(frame)))
    if (unread.length === 0) return
    const reads = unread.map(async ({ frame, documentId }) => {
      const blob = await store().bytes(documentId)
      const found = findInLog(await blob.slice(0, mostBytes).text())
      return [findingKey(frame), found] as const
    })
    void Promise.all(reads).then((found) => {
      if (current) setFindings(new Map([...findings, ...found]))
    })
    return () => {
      current = false
    }
  }, [phase, steps, findings, store])
  return findings
}
