/**
 * Watches a list or table from inside its page, ours and the peers' alike. Put in before the page's own scripts, so it
 * uses nothing from outside.
 * @param {object} parts
 * @param {string} parts.view selector of the element that scrolls
 * @param {string} parts.row selector of a row with data
 * @param {{ selector: string, attribute?: string, minus?: number }} parts.count where the page says how many rows there
 *   are: an attribute, or the number of elements
 */
export function watchScreen({ view: viewSelector, row: rowSelector, count }) {
  /** Distance of the points that are looked at, less than any row is high. */
  const stepPx = 16
  const tasks = []
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries())
      tasks.push({ duration, endAt: startTime + duration })
  }).observe({ type: 'longtask', buffered: true })

  const view = () => document.querySelector(viewSelector)
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => resolve(performance.now())
        port2.postMessage(null)
      })
    })
  const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

  function rowCount() {
    const { selector, attribute, minus = 0 } = count
    if (attribute === undefined) return document.querySelectorAll(selector).length
    return Number(document.querySelector(selector)?.getAttribute(attribute) ?? 0) - minus
  }

  /** What stands at points down the window: rows with text, and how many points have none. Panels above are seen through. */
  function look() {
    const { left, top } = view().getBoundingClientRect()
    const rows = new Set()
    let blankPoints = 0
    for (let y = top + 2; y < top + view().clientHeight - 2; y += stepPx) {
      const there = document.elementsFromPoint(left + 60, y)
      if (there.some((element) => element.closest('[role=columnheader], th') !== null)) continue
      const row = there.map((element) => element.closest(rowSelector)).find((found) => found !== null)
      if (row && /[^\d\s]/.test(row.textContent)) rows.add(row)
      else blankPoints += 1
    }
    return { texts: [...rows].map((row) => row.textContent), blankPoints }
  }

  /** Whether the page shows what was asked for. @param {{ count: number, every?: string, first?: string }} expected */
  function shows(expected) {
    if (view() === null || rowCount() !== expected.count) return false
    const { texts } = look()
    if (texts.length === 0) return false
    if (expected.first !== undefined && !texts[0].includes(expected.first)) return false
    return expected.every === undefined || texts.every((text) => text.includes(expected.every))
  }

  const longestSince = (startAt) =>
    Math.max(0, ...tasks.filter(({ endAt }) => endAt > startAt).map(({ duration }) => duration))

  let frames = null
  globalThis.screenWatch = {
    /** Resolves when all rows are there and no long task has ended for a second; epoch ms of the last of these. */
    async whenReady(wanted) {
      while (view() === null || rowCount() < wanted || look().texts.length === 0) await painted()
      let readyAt = await painted()
      const lastTaskAt = () => Math.max(readyAt, ...tasks.map(({ endAt }) => endAt))
      while (performance.now() < lastTaskAt() + 1000) await sleep(100)
      readyAt = lastTaskAt()
      return { readyAt: performance.timeOrigin + readyAt, blockedMs: longestSince(0) }
    },
    /** To be called before the thing is done: ms from its event until what is expected has been painted; null: never. */
    async answer(event, expected, limitMs) {
      const startAt = await new Promise((resolve) => {
        addEventListener(event, ({ timeStamp }) => resolve(timeStamp), { capture: true, once: true })
      })
      let now = await painted()
      while (!shows(expected) && now - startAt < limitMs) now = await painted()
      await sleep(300)
      return { ms: now - startAt < limitMs ? now - startAt : null, blockedMs: longestSince(startAt) }
    },
    middle() {
      const { left, top, width, height } = view().getBoundingClientRect()
      return { x: left + width / 2, y: top + height / 2 }
    },
    startFrames() {
      frames = []
      const own = frames
      let lastAt = null
      const next = async (at) => {
        if (frames !== own) return
        requestAnimationFrame(next)
        const ms = lastAt === null ? null : at - lastAt
        lastAt = at
        await painted()
        if (ms !== null) own.push({ ms, blank: look().blankPoints, top: view().scrollTop })
      }
      requestAnimationFrame(next)
    },
    stopFrames() {
      const seen = frames
      frames = null
      return seen
    },
    /** Frames until a jump of the scrollbar has only rows in view; null: not within 30. */
    async jump(share) {
      await painted()
      view().scrollTop = share * (view().scrollHeight - view().clientHeight)
      for (let frame = 1; frame <= 30; frame += 1) {
        await painted()
        if (look().blankPoints === 0) return frame
      }
      return null
    },
    toStart: () => view().scrollTo(0, 0),
  }
}
