/** The id of a signature instance, see the table in story.ts. */
export function instanceId(number: number): string {
  return String(20_000_000_000 + number)
}

/** The id of a signature instance's step, `position` from 1. */
export function stepId(number: number, position: number): string {
  return String(20_000_000_000 + number * 100 + position)
}
