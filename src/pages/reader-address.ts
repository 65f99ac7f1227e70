import type { LineSelection, SearchSettings } from '#viewer'

/*
 * The reader's part of a page's query:
 * `line=120-140&anchor=k3f9x0ab&find=timeout&find-as=cr&only=1&others=1&around=3&least=error`. Every field falls back by
 * itself, defaults are left out, and what is not ours stays as it is.
 */

/** What an address asks of the reader. */
export interface ReaderAddress {
  /** Chosen lines, 1-based, both included. */
  readonly line: LineSelection | null
  readonly search: SearchSettings
}

/** Longest text kept in an address, in characters as the address spells it: servers refuse more than 16 KB in all. */
const longestFind = 4000

/** Never throws; what cannot be understood is as if it were not there. */
export function readReaderAddress(query: URLSearchParams): ReaderAddress {
  return { line: readLine(query), search: readSearch(query) }
}

/** Changes the given parts in place. A search whose text `isTooLongToWrite` is written without it. */
export function writeReaderAddress(query: URLSearchParams, change: Partial<ReaderAddress>): void {
  if (change.line !== undefined) {
    put(query, 'line', writeLineRange(change.line))
    put(query, 'anchor', change.line?.anchor ?? '')
  }
  if (change.search === undefined) return
  const { query: sought, isFiltering, inverse, contextLines, minSeverity } = change.search
  put(query, 'find', isTooLongToWrite(sought.text) ? '' : sought.text)
  put(query, 'find-as', meanings.map(([letter, name]) => (sought[name] ? letter : '')).join(''))
  put(query, 'only', isFiltering ? '1' : '')
  put(query, 'others', inverse ? '1' : '')
  put(query, 'around', contextLines > 0 ? `${contextLines}` : '')
  put(query, 'least', minSeverity ?? '')
}

/** An address cannot carry this text: whoever shows it has to keep it. */
export function isTooLongToWrite(text: string): boolean {
  return text.length > longestFind || `${new URLSearchParams([['', text]])}`.length > longestFind
}

/** `12`, or `12-40`. */
function writeLineRange(line: LineSelection | null): string {
  if (line === null) return ''
  return line.first === line.last ? `${line.first}` : `${line.first}-${line.last}`
}

/** What a chat program takes for a part of the link it ends. */
const punctuation = /[)\]}>.,;:!?'"）】」』》。，；：！？、”’]+$/

/** A range written backwards is turned round; what is no anchor is left out. */
function readLine(query: URLSearchParams): LineSelection | null {
  const match = /^([1-9]\d{0,11})(?:-([1-9]\d{0,11}))?$/.exec(
    (query.get('line') ?? '').trim().replace(punctuation, ''),
  )
  if (match === null) return null
  const ends = [Number(match[1]), Number(match[2] ?? match[1])]
  const anchor = query.get('anchor') ?? ''
  const lines = { first: Math.min(...ends), last: Math.max(...ends) }
  return /^[0-9a-z]{5}(?:[0-9a-z]{3})?$/.test(anchor) ? { ...lines, anchor } : lines
}

/** Letters of `find-as`: case, whole word, regular expression. */
const meanings = [
  ['c', 'matchCase'],
  ['w', 'wholeWord'],
  ['r', 'isRegex'],
] as const

const severities = ['warning', 'error'] as const

function readSearch(query: URLSearchParams): SearchSettings {
  const text = query.get('find') ?? ''
  const as = query.get('find-as') ?? ''
  const has = (letter: string) => /^[cwr]{1,3}$/.test(as) && as.includes(letter)
  const around = query.get('around') ?? ''
  return {
    query: {
      text: isTooLongToWrite(text) ? '' : text,
      matchCase: has('c'),
      wholeWord: has('w'),
      isRegex: has('r'),
    },
    isFiltering: query.get('only') === '1',
    inverse: query.get('others') === '1',
    contextLines: /^[1-9]\d{0,2}$/.test(around) ? Number(around) : 0,
    minSeverity: severities.find((severity) => severity === query.get('least')) ?? null,
  }
}

function put(query: URLSearchParams, name: string, value: string): void {
  if (value === '') query.delete(name)
  else query.set(name, value)
}
