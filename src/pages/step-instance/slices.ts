/** Work on many rows that offers to pause; what it returns is the result. */
export type SlicedWork<Result> = Generator<undefined, Result>

/** So long the page may be kept waiting; a frame has room for it and for painting. */
const sliceMs = 8

/**
 * Does the work piece by piece with the page's own events in between, the first piece at once: what is small is
 * done when this returns. `onDone` is called exactly once, unless the returned function stopped the work before.
 */
export function runInSlices<Result>(work: SlicedWork<Result>, onDone: (result: Result) => void): () => void {
  // A timer would wait 4 ms each time, and a second in a hidden tab.
  const { port1, port2 } = new MessageChannel()
  const stop = () => port1.close()
  const step = () => {
    const until = performance.now() + sliceMs
    do {
      const { done, value } = work.next()
      if (done === true) {
        stop()
        onDone(value)
        return
      }
    } while (performance.now() < until)
    port2.postMessage(null)
  }
  port1.onmessage = step
  step()
  return stop
}

/** The result without any pause: for what is known to be small. */
export function runWhole<Result>(work: SlicedWork<Result>): Result {
  for (;;) {
    const { done, value } = work.next()
    if (done === true) return value
  }
}

/** Rows looked at between two offers to pause. */
const rowsPerPiece = 500

/** Calls `visit` for every item, offering to pause after every `perPiece` of them. */
export function* eachInSlices<Item>(
  items: readonly Item[],
  visit: (item: Item, index: number) => void,
  perPiece = rowsPerPiece,
): SlicedWork<void> {
  for (let index = 0; index < items.length; index += 1) {
    visit(items[index] as Item, index)
    if (index % perPiece === perPiece - 1) yield
  }
}

const runLength = 1024

/** A sorted copy; equal items keep their order. Runs are sorted one by one, then merged. */
export function* sortInSlices<Item>(
  items: readonly Item[],
  compare: (left: Item, right: Item) => number,
): SlicedWork<readonly Item[]> {
  let runs: (readonly Item[])[] = []
  for (let start = 0; start < items.length; start += runLength) {
    runs.push(items.slice(start, start + runLength).sort(compare))
    yield
  }
  while (runs.length > 1) {
    const merged: (readonly Item[])[] = []
    for (let index = 0; index < runs.length; index += 2) {
      merged.push(yield* merge(runs[index] ?? [], runs[index + 1] ?? [], compare))
    }
    runs = merged
  }
  return runs[0] ?? []
}

function* merge<Item>(
  left: readonly Item[],
  right: readonly Item[],
  compare: (left: Item, right: Item) => number,
): SlicedWork<readonly Item[]> {
  const merged: Item[] = []
  let fromLeft = 0
  let fromRight = 0
  while (fromLeft < left.length && fromRight < right.length) {
    const one = left[fromLeft] as Item
    const other = right[fromRight] as Item
    if (compare(one, other) <= 0) {
      merged.push(one)
      fromLeft += 1
    } else {
      merged.push(other)
      fromRight += 1
    }
    if (merged.length % rowsPerPiece === 0) yield
  }
  return merged.concat(left.slice(fromLeft), right.slice(fromRight))
}
