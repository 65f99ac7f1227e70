import { useEffect, useState } from 'react'
import { type LogSessionState, useLogStore } from '#api'
import type { NodeManStepFrame } from '#contract'
import { type LogFindings, noFindings } from './log-findings.ts'
import { lookThrough } from './look-through.ts'

interface Examined {
  /** Length of the log when it was looked through. */
  readonly bytes: number
  readonly findings: LogFindings
}

/** What was found in each step's log, by step and attempt. */
export type Findings = ReadonlyMap<string, Examined>

/**
 * What is known of a step's log: while a longer one is being looked through, what the shorter one said still stands,
 * since logs only grow. Another attempt is another log.
 */
export function findingsOf(findings: Findings, frame: NodeManStepFrame): LogFindings {
  return findings.get(keyOf(frame))?.findings ?? noFindings
}

/** Looks through every log that has not been, once its text is whole. */
export function useFindings({ phase, steps }: LogSessionState): Findings {
  const store = useLogStore()
  const [findings, setFindings] = useState<Findings>(new Map())
  useEffect(() => {
    if (phase !== 'settled') return
    let current = true
    const unread = steps.filter(
      ({ frame }) => frame.bytes > 0 && findings.get(keyOf(frame))?.bytes !== frame.bytes,
    )
    if (unread.length === 0) return
    const looks = unread.map(async ({ frame, documentId }) => {
      const examined = { bytes: frame.bytes, findings: await lookThrough(store(), documentId) }
      return [keyOf(frame), examined] as const
    })
    void Promise.all(looks).then((found) => {
      if (current) setFindings(new Map([...findings, ...found]))
    })
    return () => {
      current = false
    }
  }, [phase, steps, findings, store])
  return findings
}

function keyOf({ key, step }: NodeManStepFrame): string {
  return `${key} ${step.startedAt.text}`
}
