/*
 * Small things kept in this browser. Storage may be blocked (an iframe, a private window), full, or hold what an older
 * or newer Joblens wrote: reading answers undefined then, and writing does nothing. Callers check what they read.
 */

const prefix = 'joblens.'

/** How long: `always` in this browser, or as long as this `tab` is open. */
export type KeptFor = 'always' | 'tab'

/** The getter itself throws where storage is blocked. */
const storage = (keptFor: KeptFor): Storage => (keptFor === 'tab' ? sessionStorage : localStorage)

/** What was kept under this name, as parsed JSON; undefined when there is nothing readable. */
export function readKept(name: string, keptFor: KeptFor = 'always'): unknown {
  try {
    const text = storage(keptFor).getItem(prefix + name)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

let keeps = true

/** Nothing is kept from now on: a portal asked for a frame that leaves no traces. */
export function stopKeeping(): void {
  keeps = false
}

/** Keeps a JSON value. Answers whether it was stored; nobody has to care. */
export function keep(name: string, value: unknown, keptFor: KeptFor = 'always'): boolean {
  if (!keeps) return false
  try {
    storage(keptFor).setItem(prefix + name, JSON.stringify(value))
    return true
  } catch {
    return false
  }
}
