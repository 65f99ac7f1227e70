/*
 * Small things kept in this browser. Storage may be blocked (an iframe, a private window), full, or hold what an older
 * or newer Joblens wrote: what cannot be stored lasts as long as the page, and what cannot be read is undefined.
 * Callers check what they read.
 */

export const keptPrefix = 'joblens.'

/** What the browser would not store. */
const unstored = new Map<string, string>()

/** How long: `always` in this browser, or as long as this `tab` is open. */
export type KeptFor = 'always' | 'tab'

/** The getter itself throws where storage is blocked. */
const storage = (keptFor: KeptFor): Storage => (keptFor === 'tab' ? sessionStorage : localStorage)

/** What was kept under this name, as parsed JSON; undefined when there is nothing readable. */
export function readKept(name: string, keptFor: KeptFor = 'always'): unknown {
  try {
    const text = unstored.get(name) ?? storage(keptFor).getItem(keptPrefix + name)
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

let keeps = true

/** Nothing is stored from now on: a portal asked for a frame that leaves no traces. */
export function stopKeeping(): void {
  keeps = false
}

/** Keeps a JSON value. Answers whether it was stored for longer than this page; nobody has to care. */
export function keep(name: string, value: unknown, keptFor: KeptFor = 'always'): boolean {
  const text = JSON.stringify(value)
  const isStored = keeps && store(name, text, keptFor)
  if (isStored) unstored.delete(name)
  else unstored.set(name, text)
  dispatchEvent(new Event(keptEvent))
  return isStored
}

/** Whether this browser stores anything here for longer than the page; asks by storing, and takes it away again. */
export function canKeep(): boolean {
  const isStored = keeps && store(probeName, '1', 'always')
  if (isStored) localStorage.removeItem(keptPrefix + probeName)
  return isStored
}

const probeName = 'probe'

function store(name: string, text: string, keptFor: KeptFor): boolean {
  try {
    storage(keptFor).setItem(keptPrefix + name, text)
    return true
  } catch {
    return false
  }
}

const keptEvent = 'joblens-kept'

/** Calls after anything was kept, by this page or another of the same browser. Answers how to stop. */
export function onKept(listener: () => void): () => void {
  addEventListener(keptEvent, listener)
  addEventListener('storage', listener)
  return () => {
    removeEventListener(keptEvent, listener)
    removeEventListener('storage', listener)
  }
}
