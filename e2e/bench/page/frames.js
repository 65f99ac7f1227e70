export const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Resolves in the first task after the next frame has been painted: what the page holds then is what was seen. */
export function nextPaint() {
  return new Promise((resolve) => {
    requestAnimationFrame(() => afterTask(resolve))
  })
}

/** Resolves two frames after `isThere` first holds: then it has been painted. */
export async function painted(isThere) {
  while (!isThere()) await nextFrame()
  await nextFrame()
  await nextFrame()
}

/** `promise`, or null when it takes more than `count` frames: a page that is busy, not blank, paints none. */
export function withinFrames(count, promise) {
  return Promise.race([promise, framesLater(count)])
}

async function framesLater(count) {
  for (let frame = 0; frame < count; frame += 1) await nextFrame()
  return null
}

/** Longest task so far, by what the browser reports: 0 when none was over 50 ms. */
let longestMs = 0
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longestMs = Math.max(longestMs, duration)
}).observe({ type: 'longtask', buffered: true })

/** The longest main-thread task since this was last asked, in ms. Waits: a task is reported after it has ended. */
export async function takeLongestTask() {
  await new Promise((resolve) => setTimeout(resolve, 300))
  const ms = longestMs
  longestMs = 0
  return ms
}

/** Notes every frame's length, and what `look` says after it was painted, until `stop()`. */
export function watchFrames(look) {
  const frames = []
  let isOver = false
  let lastAt = null
  const watch = (at) => {
    if (isOver) return
    const ms = lastAt === null ? null : at - lastAt
    lastAt = at
    afterTask(() => ms !== null && frames.push({ ms, seen: look() }))
    requestAnimationFrame(watch)
  }
  requestAnimationFrame(watch)
  return {
    stop() {
      isOver = true
      return frames
    },
  }
}

/** Calls back in a task of its own: called for in a frame's callback, that is the first one after its paint. */
function afterTask(callback) {
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = () => callback()
  port2.postMessage(null)
}
