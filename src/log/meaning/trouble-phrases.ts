import { errorRank, fatalRank, noRank, type SeverityRank } from './severity-rank.ts'

/** Said only when something went wrong, wherever it stands. */
const phrases: readonly (readonly [RegExp, SeverityRank])[] = [
  [/Traceback \(most recent call last\)|Caused by: |panicked at /y, errorRank],
  [/[Ss]egmentation fault|Kernel panic|panic: /y, fatalRank],
  [/[Cc]ore dumped|segfault at|oom-killer/y, errorRank],
  [
    /not found(?=$|[ \t]*[\n\r])|not found:|not be found|No such file or directory|ermission denied|ccess denied/y,
    errorRank,
  ],
  [/onnection (?:refused|reset by peer)|imed out|[Oo]peration not permitted|[Nn]o route to host/y, errorRank],
  [
    /No space left on device|llocate memory|[Oo]ut of memory|OOMKilled|(?:CrashLoop|ImagePull)BackOff/y,
    errorRank,
  ],
  [
    /xit(?:ed with)?(?: exit)? (?:code|status):? ?-?[1-9]|xited with [1-9]|on-zero (?:exit )?(?:code|status)/y,
    errorRank,
  ],
  // The job platform's own last line of a script, and of a transfer, that took too long.
  [/(?:xecution|ask) timeout(?=,| after)/y, errorRank],
  [/code=(?:killed|dumped|exited, status=[1-9])|nreachable=[1-9]/y, errorRank],
]

const commandNotFound = /command $/

/** How bad the phrase at `hit` sounds; null when there is none. */
export function phraseRank(text: string, hit: number, from: number): SeverityRank | null {
  for (const [phrase, rank] of phrases) {
    phrase.lastIndex = hit
    if (phrase.test(text)) return isMeant(text, hit, from) ? rank : noRank
  }
  return null
}

/** "not found" alone says little; a shell says "command not found". */
function isMeant(text: string, hit: number, from: number): boolean {
  if (!text.startsWith('not found', hit)) return true
  return commandNotFound.test(text.slice(Math.max(from, hit - 8), hit)) || text.startsWith('not found:', hit)
}
