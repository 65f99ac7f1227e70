import { useRef } from 'react'

/**
 * Items of a live list in the order they were first met, new ones last: none trades its place with another under a
 * finger. While not `held`, in the order they come.
 *
 * @param gone what stands in the place of one that is there no more; `null` for nothing
 */
export function useHeldOrder<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  held: boolean,
  gone: (item: Item) => Item | null = () => null,
): readonly Item[] {
  const met = useRef<ReadonlyMap<string, Item>>(new Map())
  const now = new Map(items.map((item) => [keyOf(item), item]))
  const kept = held ? [...met.current] : []
  const before = kept.flatMap(([key, item]): readonly (readonly [string, Item])[] => {
    const shown = now.get(key) ?? gone(item)
    return shown === null ? [] : [[key, shown]]
  })
  const all = new Map([...before, ...now])
  met.current = all
  return [...all.values()]
}
