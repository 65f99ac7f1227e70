import type { StyleRun } from './played-text.ts'
import type { TextStyle } from './text-style.ts'

/** Adds the run that ends at `end`, unless it is empty; joins it to the last one when that looks the same. */
export function addRun(runs: StyleRun[], end: number, style: TextStyle): void {
  const last = runs.at(-1)
  if (end <= (last?.end ?? 0)) return
  if (last?.style === style) runs.pop()
  runs.push({ end, style })
}
