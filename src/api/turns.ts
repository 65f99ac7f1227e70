/** So long the page may be kept waiting for its own events; a frame has room for it and for painting. */
const sliceMs = 8

/** What long work awaits now and then: waits only when the page has been kept from its own events for a while. */
export function createTurns(): () => Promise<void> {
  let since = performance.now()
  return async () => {
    if (performance.now() - since < sliceMs) return
    await pause()
    since = performance.now()
  }
}

/** Once round a message channel: a timer would take a second each in a hidden tab. */
function pause(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
