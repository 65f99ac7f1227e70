import { isAddress, isDecimalId, parseExecuteObjectKey } from '#contract'
import { hostWords, readHostKey, readHostList } from '../host-list.ts'
import { namesOf } from './host-rows.ts'
import type { TransferRow } from './transfer-row.ts'

/** What the text filter of the transfers asks for. */
export interface AskedText {
  /** Execute object keys: transfers from or to any of them. Empty for all hosts. */
  readonly hosts: readonly string[]
  /** In lower case: each is to be part of a path, a host or the log. */
  readonly words: readonly string[]
}

/** A text of more words is a sentence of a log: it is looked for as it stands. */
const mostWords = 6

/**
 * Hosts in any shape that names several, or one beyond doubt (`0:10.0.0.1`), are hosts; everything else is text. One
 * address alone is text: it narrows while it is typed, and logs name addresses, too. Ids are hosts where nothing but
 * hosts is named.
 */
export function readTransferText(text: string): AskedText {
  const written = text.trim().toLowerCase()
  const asItIs: AskedText = { hosts: [], words: written === '' ? [] : [written] }
  const all = hostWords(written)
  const [only = ''] = all
  if (all.length < 2)
    return isKey(only)
      ? { hosts: [only], words: [] }
      : isAddress(only)
        ? { hosts: [], words: [only] }
        : asItIs
  const isList = all.every((word) => isDecimalId(word) || isHost(word))
  const hosts = new Set<string>()
  const words = new Set<string>()
  for (const word of all) {
    const key = isList || isHost(word) ? readHostKey(word) : null
    if (key === null) words.add(word)
    else hosts.add(key)
  }
  return words.size > mostWords ? asItIs : { hosts: [...hosts], words: [...words] }
}

function isHost(word: string): boolean {
  return isAddress(word) || isKey(word)
}

/** `0:10.0.0.1`, `container:9`; ids are numbers, and numbers stand in many a text. */
function isKey(word: string): boolean {
  return !isDecimalId(word) && !isAddress(word) && parseExecuteObjectKey(word) !== null
}

/** The hosts of a link: exactly these. `null` for all. */
export function readHostsAsked(hosts: string): readonly string[] | null {
  return hosts.trim() === '' ? null : readHostList(hosts.toLowerCase()).keys
}

type TestRow = (row: Pick<TransferRow, 'source' | 'destination' | 'sourceKey' | 'destinationKey'>) => boolean

/** Says of a transfer whether it leaves from or arrives at one of these hosts. An end is looked at once, however often it comes. */
export function touchesAnyOf(keys: readonly string[]): TestRow {
  const exact = new Set(keys)
  const known = new Map<string, boolean>([['', false]])
  const isMeant = (key: string, object: TransferRow['source']): boolean => {
    const before = known.get(key)
    if (before !== undefined) return before
    const found =
      exact.has(key) ||
      (object !== null &&
        namesOf(key, object)
          .split(' ')
          .some((name) => exact.has(name)))
    known.set(key, found)
    return found
  }
  return ({ source, destination, sourceKey, destinationKey }) =>
    isMeant(sourceKey, source) || isMeant(destinationKey, destination)
}
