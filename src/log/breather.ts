/**
 * Lets waiting messages be handled in the middle of long work. Reading a fast stream never leaves the
 * microtask queue, and a timer would cost 4 ms each time, so this goes once round a message channel.
 */
export function createBreather(everyMs: number): { breathe(): Promise<void>; close(): void } {
  const { port1, port2 } = new MessageChannel()
  const waiting: (() => void)[] = []
  let lastAt = performance.now()
  port1.onmessage = () => waiting.shift()?.()
  return {
    async breathe() {
      if (performance.now() - lastAt < everyMs) return
      await new Promise<void>((resolve) => {
        waiting.push(resolve)
        port2.postMessage(null)
      })
      lastAt = performance.now()
    },
    close() {
      port1.close()
    },
  }
}
