import { readFileSync } from 'node:fs'

/**
 * How long a process's main thread ran so far, and how long it waited for a core that others used, in ms; null where the
 * system does not tell (it does on Linux). What waits for its core is slow for no fault of its own: figures with much of that
 * say how busy the machine was.
 */
export function coreShare(pid) {
  try {
    const [ran, waited] = readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ').map(Number)
    return { ranMs: ran / 1e6, waitedMs: waited / 1e6 }
  } catch {
    return null
  }
}

/** What part of the time in between it waited, in words. */
export function waitedBetween(before, after, ms) {
  if (before === null || after === null) return '–'
  return `${(((after.waitedMs - before.waitedMs) / ms) * 100).toFixed(0)} %`
}
