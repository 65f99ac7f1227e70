import type { Severity } from './line-meaning.ts'
import { rankIn, readLine } from './read-line.ts'
import { severityOfRank } from './severity-rank.ts'

/** How serious one line is, looked at alone; null when it does not say. The whole of `text` is looked at. */
export function severityOf(text: string): Severity | null {
  return severityOfRank(rankIn(readLine(text, 0, text.length)))
}
