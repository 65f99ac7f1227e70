import { type Severity, severities } from './line-meaning.ts'

/** 0: nothing known; otherwise 1 + the index in `severities`. Fits three bits. */
export type SeverityRank = number

export const noRank = 0
export const debugRank = 1
export const infoRank = 2
export const successRank = 3
export const warningRank = 4
export const errorRank = 5
export const fatalRank = 6

export function severityOfRank(rank: SeverityRank): Severity | null {
  return severities[rank - 1] ?? null
}

export function rankOf(severity: Severity): SeverityRank {
  return severities.indexOf(severity) + 1
}
