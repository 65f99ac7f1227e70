import { isDecimalId } from '#contract'
import { foldNumbers } from '../address-fold.ts'
import { readHostList } from '../host-list.ts'
import { foldAddresses } from './fold-addresses.ts'

/*
 * The chosen hosts as a link has them: their keys, folded as the list of hosts reads them (host-list.ts), so that
 * hundreds in a row are few words.
 */

/** More hosts than this are not even tried, and longer texts are cut by proxies. */
const mostKeys = 5_000
const longestText = 2_000

/** The keys as text; `null` when there are too many of them for a link. */
export function writeSelection(keys: ReadonlySet<string>): string | null {
  if (keys.size > mostKeys) return null
  const all = [...keys]
  // Longer ids are beyond what a range is read from.
  const isShortId = (key: string) => isDecimalId(key) && key.length < 10
  const ids = all.filter(isShortId)
  const foldedIds = ids.length < 2 ? ids : [`[${foldNumbers(ids.map(Number))}]`]
  const text = [...foldedIds, ...foldAddresses(all.filter((key) => !isShortId(key)))].join(' ')
  return text.length > longestText ? null : text
}

/** The keys in a text that {@link writeSelection} wrote, or that somebody typed. */
export function readSelection(text: string): readonly string[] {
  return text === '' || text.length > longestText ? [] : readHostList(text).keys
}
