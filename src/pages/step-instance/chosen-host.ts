import { useEffect, useRef, useState } from 'react'
import { isResultFinished } from '#contract'
import { hostOfKey } from '../host-of-key.ts'
import type { ReaderAddress } from '../reader-address.ts'
import { findRow, type HostRow, rowOfObject } from './host-rows.ts'
import { isFiltered, type RailView } from './url.ts'
import type { ChangeView } from './use-step-view.ts'

/** A host of the rail, or one that a link names though the step does not list it. */
export interface ChosenHost {
  readonly row: HostRow
  readonly listed: boolean
}

/** The host `key` means; `null` only for no key. */
export function chooseRow(rows: readonly HostRow[], key: string | null): ChosenHost | null {
  if (key === null) return null
  const row = findRow(rows, key)
  return row === undefined ? { row: rowOfObject(key, hostOfKey(key)), listed: false } : { row, listed: true }
}

/**
 * The key of the link, else the first host that its filters leave: a failed one, if any failed. The first stays chosen
 * when another host fails later and goes on top: what is being read must not change by itself. `undefined` while it is
 * looked for; `null` only without any host.
 */
export function useHostKey(
  rows: readonly HostRow[],
  linked: string | null,
  view: RailView,
): string | null | undefined {
  const isAnyHost = !isFiltered(view)
  const now = rows[0]?.key ?? null
  const [first, setFirst] = useState(isAnyHost ? now : null)
  const isSought = linked === null && first === null && !isAnyHost && rows.length > 0
  useEffect(() => {
    if (!isSought) return
    let isOver = false
    // Few links have filters: those wait for what reads them, and not for the rail.
    void import('./first-shown.ts')
      .then(({ firstShown }) => firstShown(rows, view))
      .catch(() => null)
      .then((key) => isOver || setFirst(key ?? now))
    return () => {
      isOver = true
    }
  }, [isSought, rows, view, now])
  if (first === null && now !== null && isAnyHost) setFirst(now)
  return isSought ? undefined : (linked ?? first ?? now)
}

const settleMs = 120

/** The key once it has stood still for a moment: hosts passed over with the arrow keys are not asked for. */
export function useSettledKey(key: string | null): string | null {
  const [settled, setSettled] = useState(key)
  useEffect(() => {
    if (key === settled) return
    const timer = setTimeout(() => setSettled(key), settled === null ? 0 : settleMs)
    return () => clearTimeout(timer)
  }, [key, settled])
  return settled
}

/**
 * What a host's reader asks of the address. Lines are the host's own, and bring it along. A reader that is about to give
 * way to that of the host chosen since may still tell what was typed there, and nothing more.
 */
export function askedOfHost(
  change: Partial<ReaderAddress>,
  key: string,
  chosenKey: string,
): Partial<ReaderAddress> & { readonly host?: string } {
  if (chosenKey === key) return { ...change, host: key }
  return change.search === undefined ? {} : { search: change.search }
}

const browsingMs = 1000

/** Each chosen host is a step for the back button, except while running through the list with the keys. */
export function useChooseHost(onChange: ChangeView): (key: string) => void {
  const lastAt = useRef(Number.NEGATIVE_INFINITY)
  return (host) => {
    const now = performance.now()
    const browsing = now - lastAt.current < browsingMs
    lastAt.current = now
    onChange({ host, line: null }, browsing ? 'replace' : 'push')
  }
}

/** May a host still print something? The step's own end counts: a host may stay "running" for ever (bk-job B.12). */
export function isUnfinished({ status }: HostRow, stepFinished: boolean): boolean {
  return !stepFinished && (status === null || !isResultFinished(status))
}
