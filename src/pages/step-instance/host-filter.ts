import { isAddress, isDecimalId, isResultFailed, parseExecuteObjectKey } from '#contract'
import type { HostRow } from './host-rows.ts'

/**
 * The rows that pass text and status filter, in the same order; the same array when nothing is filtered.
 *
 * Text: several words mean "any of them". One word matches any part of a name, so that typing narrows. In a list
 * of several, whole addresses and ids match only whole: a pasted `10.0.0.1` must not bring 10.0.0.10 along.
 * Status: `''` all, `failed` all failures, else a status code.
 */
export function filterRows(rows: readonly HostRow[], text: string, status: string): readonly HostRow[] {
  const passesText = textTest(text)
  const passesStatus = statusTest(status)
  if (passesText === null && passesStatus === null) return rows
  return rows.filter((row) => (passesStatus?.(row) ?? true) && (passesText?.(row) ?? true))
}

type Test = (row: HostRow) => boolean

function statusTest(status: string): Test | null {
  if (status === '') return null
  if (status === 'failed') return (row) => row.status !== null && isResultFailed(row.status)
  const code = Number(status)
  return (row) => row.status === code
}

function textTest(text: string): Test | null {
  const words = text
    .toLowerCase()
    .split(/[\s,;，；]+/)
    .filter((word) => word !== '')
  const [only] = words
  if (only === undefined) return null
  if (words.length === 1) return (row) => row.names.includes(only)
  const whole = new Set(words.filter(isWholeName))
  const parts = words.filter((word) => !whole.has(word))
  return (row) =>
    row.names.split(' ').some((name) => whole.has(name)) || parts.some((part) => row.names.includes(part))
}

function isWholeName(word: string): boolean {
  return isDecimalId(word) || isAddress(word) || parseExecuteObjectKey(word) !== null
}
