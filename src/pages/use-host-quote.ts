import { useEffect, useMemo, useState } from 'react'
import { type LogSessionState, type StepAddress, stepLogSource, useLogSession, useLogStore } from '#api'
import type { StepResult } from '#contract'
import { addressesOf, addressOf } from './host-to-quote.ts'
import { logToQuote } from './log-to-quote.ts'
import { type QuotedLine, quoteLog } from './quote-log.ts'

/** What a target says; `line` is `null` when it left no log. */
export interface HostQuote {
  readonly host: string
  readonly hostKey: string
  readonly line: (QuotedLine & { readonly documentId: string }) | null
}

/**
 * Reads the log of one target of a step. `undefined` until that is done, `null` where there is no target, or its log could
 * not be read: of that nothing can be said.
 */
export function useHostQuote(
  address: StepAddress,
  target: StepResult | null | undefined,
): HostQuote | null | undefined {
  const key = target?.key ?? null
  const addresses = target == null ? '' : JSON.stringify(addressesOf(target))
  const { scope, jobInstanceId, stepInstanceId } = address
  const source = useMemo(
    () =>
      key === null
        ? null
        : stepLogSource(
            { scope, jobInstanceId, stepInstanceId },
            { keys: [key], addresses: JSON.parse(addresses) as Record<string, string> },
          ),
    [scope, jobInstanceId, stepInstanceId, key, addresses],
  )
  const { state } = useLogSession(source, false)
  const line = useQuotedLine(state, key)
  if (target === null || line === 'unknown') return null
  if (target === undefined || line === undefined) return undefined
  return { host: addressOf(target), hostKey: target.key, line }
}

/** `undefined` while the log is read and looked through, `unknown` where that failed. */
function useQuotedLine(
  state: LogSessionState,
  key: string | null,
): HostQuote['line'] | 'unknown' | undefined {
  const store = useLogStore()
  const log = key === null ? undefined : logToQuote(state, key)
  const documentId = typeof log === 'object' ? log.documentId : null
  const [quoted, setQuoted] = useState<{ readonly documentId: string; readonly line: QuotedLine | null }>()
  useEffect(() => {
    if (documentId === null) return
    let current = true
    void quoteLog(store(), documentId).then((line) => {
      if (current) setQuoted({ documentId, line })
    })
    return () => {
      current = false
    }
  }, [store, documentId])
  if (log === 'none') return null
  if (documentId === null) return log === 'unknown' ? log : undefined
  if (quoted?.documentId !== documentId) return undefined
  return quoted.line === null ? null : { ...quoted.line, documentId }
}
