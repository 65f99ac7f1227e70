import { nextPaint, painted, takeLongestTask, watchFrames, withinFrames } from './frames.js'
import { blankRows, lineNumbersOf, textIn } from './text-in-view.js'

/**
 * @typedef {object} Viewer what a page knows of the viewer on it
 * @property {(url: string, lineCount: number) => Promise<object | undefined>} load resolves when any line can be shown
 *   without waiting for the network; a floor answers its own figures
 * @property {boolean} [streams] lines can be shown before the whole log is there
 * @property {() => Element} [view] the window that rows are seen through
 * @property {() => string} [textInView] the text in that window, where elements do not tell it
 * @property {(lineCount: number) => void} [toEnd]
 * @property {() => void} [toStart]
 * @property {(fraction: number) => void} [drag] moves the view as a dragged scrollbar does
 * @property {(needle: string) => number | Promise<number>} [search] counts all matches, by the viewer's own search
 * @property {{ key?: string, input: string, submit?: string, counts: () => number[] }} [searchBox] a search that is
 *   typed: the key that opens it, where it is typed, the key that starts it, the numbers of matches on the page
 * @property {(url: string) => Promise<void>} [tail] shows a log that grows, its end in view
 */

/** Offers `window.bench` to the runner. @param {Viewer} viewer */
export function offer(viewer) {
  let lineCount = 0
  const view = () => viewer.view?.() ?? null
  const lines = () => lineNumbersOf(viewer.textInView?.() ?? textIn(view()))
  const inView = (lineNumber) => lines().includes(lineNumber)
  globalThis.bench = {
    can: () => ({
      scroll: view() !== null,
      end: viewer.toEnd !== undefined,
      drag: viewer.drag !== undefined,
      search: viewer.search !== undefined,
      tail: viewer.tail !== undefined,
      searchBox: viewer.searchBox && { ...viewer.searchBox, counts: undefined },
    }),
    async load(url, lines) {
      lineCount = lines
      await takeLongestTask()
      const result =
        viewer.view === undefined ? await viewer.load(url, lines) : await load(viewer, url, lines)
      return { ...result, blockedMs: await takeLongestTask() }
    },
    takeLongestTask,
    /** Ms until the last line is painted; null when it never is. */
    async jumpToEnd() {
      await nextPaint()
      const startAt = performance.now()
      viewer.toEnd(lineCount)
      return await withinFrames(
        300,
        painted(() => inView(lineCount)).then(() => performance.now() - startAt),
      )
    },
    async jumpToStart() {
      viewer.toStart?.()
      await withinFrames(
        120,
        painted(() => inView(1)),
      )
    },
    waitForLine: async (lineNumber) =>
      (await withinFrames(
        120,
        painted(() => inView(lineNumber)).then(() => true),
      )) === true,
    drag: (fraction) => dragTo(viewer, lines, fraction, lineCount),
    async search(needle) {
      // What the runner calls is no task to the browser: only in one of its own can a long one be noticed.
      await new Promise((resolve) => setTimeout(resolve))
      const startAt = performance.now()
      const count = await viewer.search(needle)
      return { ms: performance.now() - startAt, count }
    },
    /**
     * To be called before the needle is typed; resolves when the page says `expected`, or after `limitMs`. The time is
     * that since the key that sends it off, where the viewer waits for one, else since it was typed.
     */
    searchTyped: (expected, limitMs) => searchTyped(viewer.searchBox, expected, limitMs),
    tail: (url) => viewer.tail(url),
    watch() {
      globalThis.watched = watchFrames(() => ({ blank: blankRows(view()), line: lines()[0] }))
    },
    watchPace() {
      globalThis.watched = watchFrames(() => null)
    },
    stopWatch: () => globalThis.watched.stop(),
  }
}

async function load(viewer, url, lineCount) {
  const startAt = performance.now()
  const since = () => performance.now() - startAt
  const isThere = () => viewer.view().textContent.replaceAll('\u00a0', ' ').includes('seq=1 rc=')
  const first = painted(isThere).then(since)
  const allMs = await viewer.load(url, lineCount).then(since)
  // A viewer that has been given everything, has had its frames, and still shows nothing stays blank.
  const firstMs = await withinFrames(300, first)
  // What was handed over whole can be shown when it has been laid out.
  return { firstMs, allMs: viewer.streams ? allMs : Math.max(allMs, firstMs ?? 0), isBlank: firstMs === null }
}

/** How many frames a jump of the scrollbar takes until the right lines are there, without a blank row; null: never. */
async function dragTo(viewer, lines, fraction, lineCount) {
  const expected = fraction * lineCount
  const tolerance = Math.max(80, lineCount * 0.02)
  await nextPaint()
  viewer.drag(fraction)
  for (let frame = 1; frame <= 30; frame += 1) {
    await nextPaint()
    const [line] = lines()
    if (line !== undefined && Math.abs(line - expected) <= tolerance && blankRows(viewer.view()) === 0)
      return frame
  }
  return null
}

function searchTyped({ counts, submit }, expected, limitMs) {
  return new Promise((resolve) => {
    // Between the text and the key that sends it off the runner is on its way: that is no viewer's time.
    const type = submit === undefined ? 'input' : 'keydown'
    document.addEventListener(type, start, { capture: true })
    function start(event) {
      if (submit !== undefined && event.key !== submit) return
      document.removeEventListener(type, start, { capture: true })
      const startAt = performance.now()
      const look = () => {
        const seen = counts()
        const ms = performance.now() - startAt
        if (seen.includes(expected)) resolve({ ms, count: expected })
        else if (ms > limitMs) resolve({ ms: null, count: seen.at(-1) ?? null })
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }
  })
}
