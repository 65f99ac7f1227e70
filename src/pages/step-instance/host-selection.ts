/*
 * Hosts chosen to do something with, apart from the one whose log is open. Kept by key, so that sorting, filtering
 * and new results leave it alone.
 */

/** The chosen hosts, and what Shift goes on from. */
export interface HostSelection {
  readonly keys: ReadonlySet<string>
  /** The host that Shift reaches from. */
  readonly anchor: string | null
  /** What was chosen before Shift began to reach: reaching back gives up only what Shift brought. */
  readonly base: ReadonlySet<string>
}

/** Nothing chosen. */
export const noSelection: HostSelection = { keys: new Set(), anchor: null, base: new Set() }

/** Adds a host, or takes it out again; Shift reaches from it now. */
export function toggleHost({ keys }: HostSelection, key: string): HostSelection {
  const next = new Set(keys)
  if (!next.delete(key)) next.add(key)
  return { keys: next, anchor: key, base: next }
}

/** Adds all of these; when all are in it already, takes them out again. */
export function toggleHosts({ keys, anchor }: HostSelection, some: readonly string[]): HostSelection {
  const next = new Set(keys)
  const isAll = some.every((key) => next.has(key))
  for (const key of some) {
    if (isAll) next.delete(key)
    else next.add(key)
  }
  return { keys: next, anchor, base: next }
}

/**
 * Chooses all hosts from the anchor to `to`. `from` is the anchor where there is none yet; `between` gives the keys
 * from one host to another in list order, both included, and none when one of them is not in the list.
 */
export function reachTo(
  { anchor, base }: HostSelection,
  from: string | null,
  to: string,
  between: (one: string, other: string) => readonly string[],
): HostSelection {
  const start = anchor ?? from ?? to
  const reached = between(start, to)
  return { keys: new Set([...base, ...(reached.length === 0 ? [to] : reached)]), anchor: start, base }
}
