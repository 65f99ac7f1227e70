import { remembered, type TextSearch } from './remembered-search.ts'
import { errorRank, fatalRank, noRank, type SeverityRank, warningRank } from './severity-rank.ts'

/*
 * What a program says first when something went wrong: where its text begins, or behind the colon after its name.
 * Looked up by its first two letters, so that most lines are asked nothing at all.
 */

/** The C library's and Go's words for what `errno` tells. */
const errno = [
  ...[
    'No such ',
    'no such ',
    'No space left',
    'no space left',
    'Name or service not known',
    'No route to host',
  ],
  ...['Not a directory', 'Is a directory', 'File exists', 'Directory not empty', 'Device or resource busy'],
  ...[
    'Network is unreachable',
    'Temporary failure in name',
    'Transport endpoint is not',
    'Address already in use',
  ],
  ...['Resource temporarily unavailable', 'Read-only file system', 'read-only file system', 'Text file busy'],
  ...[
    'Too many open files',
    'too many open files',
    'too many arguments',
    'Argument list too long',
    'Broken pipe',
  ],
  ...['Exec format error', 'Bad file descriptor', 'i/o timeout', 'context deadline exceeded'],
]
const words = [
  ...['Cannot ', 'cannot ', "Can't ", "can't ", 'Could not ', 'could not ', "Couldn't ", "couldn't "],
  ...['Unable to ', 'unable to ', 'connection unexpectedly closed', 'Connection closed by remote host'],
  ...['bad interpreter', 'target is busy', 'undefined reference to ', 'unexpected EOF', 'unexpected end of '],
  ...[
    'invalid user: ',
    'Empty reply from server',
    'The system cannot find',
    'BUG: ',
    'CONFLICT (',
    '[alert] ',
  ],
  ...[
    '*** [',
    '*** No rule ',
    '*** missing separator',
    'Access is denied',
    'Unsupported major.minor version',
  ],
]

/** A beginning, what must follow it, and how bad that is. */
type Saying = readonly [beginning: string, rest: RegExp | null, rank: SeverityRank]

const code = /\d{5}: /y
const lineEnd = /(?=[ \t]*(?:[\r\n]|$))/y
const sayings: readonly Saying[] = [
  ...[...errno, ...words].map((beginning): Saying => [beginning, null, errorRank]),
  ['[emerg] ', null, fatalRank],
  ['[crit] ', null, fatalRank],
  ['Access to the path', /[^\n]{0,120} is denied/y, errorRank],
  ["The term '", /[^'\n]{1,200}' is not recognized as/y, errorRank],
  ['No package ', /\S+ available/y, errorRank],
  ['Killed', /(?=\s*$|[ \t]{2}|[\r\n])/y, errorRank],
  ['Aborted', lineEnd, errorRank],
  ['Invalid argument', lineEnd, errorRank],
  ['not found', lineEnd, errorRank],
  ['not ok ', /\d/y, errorRank],
  ['ORA-', /(?!00000)\d{5}: /y, errorRank],
  ['TNS-', /(?!00000)\d{5}: /y, errorRank],
  ['RMAN-', /(?!00569|00571)\d{5}: /y, errorRank],
  ['PLS-', code, errorRank],
  ['LRM-', code, errorRank],
  ['SP2-', /\d{4}: /y, errorRank],
  ['Msg ', /\d+, Level (?:1[1-9]|2\d),/y, errorRank],
  ['curl: (', /\d{1,3}\) /y, errorRank],
  ['E1', code, errorRank],
  ['E2', code, errorRank],
  ['W1', code, warningRank],
  ['W2', code, warningRank],
  ['make', /(?:\[\d+\])?: \*\*\* /y, errorRank],
  ...[
    'Add',
    'Copy',
    'Get',
    'Import',
    'Invoke',
    'Move',
    'New',
    'Remove',
    'Restart',
    'Set',
    'Start',
    'Stop',
  ].map(
    // PowerShell's errors begin with who met them: `Get-Item : Cannot find …`.
    (verb): Saying => [`${verb}-`, /[A-Z]\w{1,60} : /y, errorRank],
  ),
]

const pairs = 128 * 128
const pairOf = (first: number, second: number): number =>
  first < 128 && second < 128 ? first * 128 + second : 0
const byPair: (Saying[] | undefined)[] = new Array(pairs)

for (const saying of sayings) {
  const pair = pairOf(saying[0].charCodeAt(0), saying[0].charCodeAt(1))
  byPair[pair] = [...(byPair[pair] ?? []), saying]
}

/** cmd.exe: `'foo' is not recognized as an internal or external command,`. */
const unknownCommand = /'[^'\n]{1,200}' is not recognized as/y
/** A shell tells the number of a process it lost: `run.sh: line 12: 4711 Killed`. */
const lostProcess = /\d+ (?:Killed|Aborted)\b/y
const colonsPerLine = 6

function rankAt(text: string, at: number): SeverityRank {
  for (const [beginning, rest, rank] of byPair[pairOf(text.charCodeAt(at), text.charCodeAt(at + 1))] ??
    none) {
    if (text.startsWith(beginning, at) && (rest === null || matches(rest, text, at + beginning.length)))
      return rank
  }
  return noRank
}

const none: readonly Saying[] = []

function matches(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at
  return pattern.test(text)
}

/** One character is looked for natively; of two, V8 makes a call that costs as much as a line. */
const colonIn: TextSearch = (text, from) => {
  let found = text.indexOf(':', from)
  while (found !== -1 && text.charCodeAt(found + 1) !== 32) found = text.indexOf(':', found + 1)
  return found === -1 ? text.length : found
}
const nextColon = remembered(colonIn)

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function rankBehindColon(text: string, at: number): SeverityRank {
  if (!isDigit(text.charCodeAt(at))) return rankAt(text, at)
  return matches(lostProcess, text, at) ? errorRank : noRank
}

/** How bad the openings between `from` and `to` sound; 0 when none is one of trouble. `isBlock`: of many lines. */
export function openingRank(text: string, from: number, to: number, isBlock: boolean): SeverityRank {
  const next = isBlock ? nextColon : colonIn
  const isQuoted = text.charCodeAt(from) === 39
  let rank = isQuoted && matches(unknownCommand, text, from) ? errorRank : rankAt(text, from)
  let colon = next(text, from)
  for (let count = 0; rank === noRank && colon + 2 < to && count < colonsPerLine; count += 1) {
    rank = rankBehindColon(text, colon + 2)
    colon = next(text, colon + 2)
  }
  return rank
}
