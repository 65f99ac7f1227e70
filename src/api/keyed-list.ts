/** Entries by key, in the order in which they first came. */
export interface KeyedList<Entry> {
  /** A key's newer entry takes the older one's place. */
  set(key: string, entry: Entry): void
  /** What is in it now; the same array as long as nothing changed. */
  entries(): readonly Entry[]
  /** Forgets all other keys. */
  keep(keys: ReadonlySet<string>): void
}

/** Places by key of arrays handed out before, so that the next list on top of one need not look at all of it. */
const placesOf = new WeakMap<readonly unknown[], Map<string, number>>()

/**
 * A list that begins with these entries. It is copied as an array is, not walked through as a map is: a list of
 * 100,000 is looked at several times a second while it grows.
 */
export function createKeyedList<Entry>(
  before: readonly Entry[],
  keyOf: (entry: Entry) => string,
): KeyedList<Entry> {
  let shown = before
  let list: Entry[] | null = null
  let places: Map<string, number> | null = null

  const find = (key: string): number | undefined => {
    places ??= placesOf.get(shown) ?? new Map(shown.map((entry, place) => [keyOf(entry), place]))
    const place = places.get(key)
    const entry = place === undefined ? undefined : (list ?? shown)[place]
    // Places are handed on from list to list: one that was given up may have left some behind.
    return entry !== undefined && keyOf(entry) === key ? place : undefined
  }

  return {
    set(key, entry) {
      const place = find(key)
      list ??= shown.slice()
      if (place === undefined) {
        places?.set(key, list.length)
        list.push(entry)
      } else list[place] = entry
    },
    entries() {
      if (list === null) return shown
      shown = list
      list = null
      if (places !== null) placesOf.set(shown, places)
      return shown
    },
    keep(keys) {
      const all = list ?? shown
      const kept = all.filter((entry) => keys.has(keyOf(entry)))
      if (kept.length === all.length) return
      list = kept
      places = new Map(kept.map((entry, place) => [keyOf(entry), place]))
    },
  }
}
