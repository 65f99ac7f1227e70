/** Longest task so far, by what the browser reports: 0 when none was over 50 ms. */
let blockedMs = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) blockedMs = Math.max(blockedMs, duration)
}).observe({ type: 'longtask', buffered: true })

export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Resolves two frames after `isThere` first holds: then it has been painted. */
export async function painted(isThere) {
  while (!isThere()) await nextFrame()
  await nextFrame()
  await nextFrame()
}

/**
 * Offers `window.start(url, lineCount)` to the runner.
 * @param {(url: string, lineCount: number) => { all: Promise<unknown>, toEnd?: () => void }} show begins to load
 * @param {() => Element} root where the text appears
 */
export function offer(show, root) {
  globalThis.start = async (url, lineCount) => {
    blockedMs = 0
    const startAt = performance.now()
    const since = () => performance.now() - startAt
    const { all, toEnd } = show(url, lineCount)
    const has = (seq) => root().textContent.includes(`seq=${seq} rc=`)
    const whole = all.then(since)
    const first = painted(() => has(1)).then(since)
    const [firstMs, allMs] = await Promise.all([first, whole])
    // A task is reported only after it has ended.
    await new Promise((resolve) => setTimeout(resolve, 300))
    return {
      firstMs,
      allMs,
      blockedMs,
      endMs: toEnd === undefined ? null : await jump(toEnd, () => has(lineCount)),
    }
  }
}

async function jump(toEnd, isThere) {
  const startAt = performance.now()
  toEnd()
  const never = new Promise((resolve) => setTimeout(() => resolve(null), 3000))
  return await Promise.race([painted(isThere).then(() => performance.now() - startAt), never])
}

/** What any viewer that takes a string does with the stream: waits for all of it and cuts the frames off. */
export async function fetchLogText(url) {
  const text = await (await fetch(url)).text()
  return text.slice(text.indexOf('\n') + 1, text.lastIndexOf('{"kind":"end"'))
}
