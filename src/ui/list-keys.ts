/**
 * Where a key moves the active row of a long list; null when the key is none of ours. Shared by table and listbox so
 * that both feel the same. With nothing active yet, any step lands on the first row, End on the last.
 */
export function indexAfterKey(
  key: string,
  activeIndex: number,
  count: number,
  pageSize: number,
): number | null {
  if (count === 0) return null
  const last = count - 1
  const clamp = (index: number): number => Math.max(0, Math.min(last, index))
  const moves: Record<string, number> = {
    ArrowDown: clamp(activeIndex + 1),
    ArrowUp: clamp(activeIndex - 1),
    PageDown: clamp(activeIndex + pageSize),
    PageUp: clamp(activeIndex - pageSize),
    Home: 0,
    End: last,
  }
  return moves[key] ?? null
}
