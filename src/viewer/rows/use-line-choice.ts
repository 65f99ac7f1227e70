import { useCallback, useEffect, useRef, useState } from 'react'
import type { LogStore } from '#log'
import { isSameSelection, type LineSelection, pickLine } from './line-selection.ts'

/** Lines that an address named without saying what they read are told again when they are chosen here. */
function isTold(chosen: LineSelection | null, told: LineSelection | null): boolean {
  return isSameSelection(chosen, told) && (chosen === told || told?.anchor !== undefined)
}

/** A held key chooses thirty lines a second: the page's address follows when it has stopped. A single one at once. */
const reportAfterMs = 150

interface LineChoiceOptions {
  readonly store: LogStore
  readonly documentId: string
  /** Lines that the page asks for. */
  readonly asked: LineSelection | null
  readonly onChange: (selection: LineSelection | null) => void
}

export interface LineChoice {
  readonly chosen: LineSelection | null
  /** As `chosen`, and known before it is rendered: the next key builds on it. */
  readonly chosenNow: () => LineSelection | null
  /** The lines that an address asked for last: not those chosen here, which come back in the address too. */
  readonly linked: LineSelection | null
  readonly choose: (selection: LineSelection | null) => void
  readonly pick: (lineNumber: number, extend: boolean) => void
}

/** The chosen lines: shown at once, told to the page in a moment, with what the first of them says. */
export function useLineChoice({ store, documentId, asked, onChange }: LineChoiceOptions): LineChoice {
  const [chosen, setChosen] = useState(asked)
  const newest = useRef(asked)
  const [linked, setLinked] = useState(asked)
  const told = useRef(asked)
  const choseAt = useRef(Number.NEGATIVE_INFINITY)
  const latest = useRef(onChange)
  useEffect(() => {
    latest.current = onChange
  })
  const choose = useCallback((selection: LineSelection | null): void => {
    newest.current = selection
    setChosen(selection)
  }, [])
  useEffect(() => {
    if (isSameSelection(asked, told.current)) return
    told.current = asked
    choose(asked)
    setLinked(asked)
  }, [asked, choose])
  useEffect(() => {
    if (isTold(chosen, told.current)) return
    let isCurrent = true
    const tell = async (): Promise<void> => {
      const anchor = chosen === null ? null : await store.anchorOf(documentId, chosen.first - 1)
      // Other lines by now, or another log: its address is not ours to change.
      if (!isCurrent) return
      told.current = chosen && { ...chosen, anchor: anchor ?? undefined }
      latest.current(told.current)
    }
    const isCalm = performance.now() > choseAt.current + reportAfterMs
    choseAt.current = performance.now()
    const timer = setTimeout(() => void tell(), isCalm ? 0 : reportAfterMs)
    return () => {
      isCurrent = false
      clearTimeout(timer)
    }
  }, [chosen, store, documentId])
  const pick = useCallback(
    (lineNumber: number, extend: boolean) => choose(pickLine(newest.current, lineNumber, extend)),
    [choose],
  )
  const chosenNow = useCallback(() => newest.current, [])
  return { chosen, chosenNow, linked, choose, pick }
}
