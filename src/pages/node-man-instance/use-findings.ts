import { useEffect, useRef, useState } from 'react'
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

/** Whether a step's log has been looked through; one without a word needs no look. */
export function isLookedThrough(findings: Findings, frame: NodeManStepFrame): boolean {
  return frame.bytes === 0 || findings.has(keyOf(frame))
}

/**
 * Looks through every log that has not been, once it is whole, and tells of each by itself: the first error of a
 * host waits neither for the logs that still come in nor until the megabyte another step wrote was looked through.
 */
export function useFindings({ phase, steps }: LogSessionState): Findings {
  const store = useLogStore()
  const [findings, setFindings] = useState<Findings>(new Map())
  /** Length each log has, or will have once the look under way is through. */
  const looked = useRef(new Map<string, number>())
  const left = useRef(false)
  useEffect(() => {
    left.current = false
    return () => {
      left.current = true
    }
  }, [])
  useEffect(() => {
    const isWhole = (documentId: string, bytes: number) => {
      if (phase === 'settled') return true
      const text = store().snapshot(documentId)
      return text?.complete === true && text.byteLength === bytes
    }
    for (const { frame, documentId } of steps) {
      const key = keyOf(frame)
      const { bytes } = frame
      if (bytes === 0 || looked.current.get(key) === bytes || !isWhole(documentId, bytes)) continue
      looked.current.set(key, bytes)
      const tell = (found: LogFindings) => {
        // A look at a shorter log that took longer must not undo what the longer one said.
        if (left.current || looked.current.get(key) !== bytes) return
        setFindings((before) => new Map([...before, [key, { bytes, findings: found }]]))
      }
      const giveUp = () => {
        looked.current.delete(key)
        // Looked through in vain: nobody is to wait for what it says.
        setFindings((before) => (before.has(key) ? before : new Map([...before, [key, nothingIn(bytes)]])))
      }
      lookThrough(store(), documentId).then(tell, giveUp)
    }
  }, [phase, steps, store])
  return findings
}

const nothingIn = (bytes: number): Examined => ({ bytes, findings: noFindings })

function keyOf({ key, step }: NodeManStepFrame): string {
  return `${key} ${step.startedAt.text}`
}
