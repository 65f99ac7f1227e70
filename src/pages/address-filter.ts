import { parseExecuteObjectKey } from '#contract'
import { hostWords, readHostKey } from './host-list.ts'

/** What people paste into a filter by address. Longer texts are refused by the field. */
export const longestAddresses = 2000

/** What the contract takes of them, each written out. */
const longestFilter = 8000

/**
 * A pasted text as node-man's filters by address take it: whole addresses without their cloud areas, apart by blanks; a
 * word that names no host stays as it was written (bk-nodeman B2). `null` when they are too many for one question.
 */
export function addressFilter(text: string): string | null {
  const filter = [...new Set(hostWords(text).map(addressOf))].join(' ')
  return filter.length > longestFilter ? null : filter
}

function addressOf(word: string): string {
  const key = readHostKey(word)
  const parsed = key === null ? null : parseExecuteObjectKey(key)
  return parsed?.by === 'address' ? parsed.address : word
}
