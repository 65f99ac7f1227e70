/** How long a stream goes on without a success; time in which it only waits for its turn does not count. */
export interface Patience {
  /** Something begins that may end well. Call the answer when it has ended. */
  begin(): () => void
  /** Something ended well: all the time is there again. */
  renew(): void
  stop(): void
}

/** Calls `onOver` once when `ms` of work brought nothing. */
export function createPatience(ms: number, onOver: () => void): Patience {
  let leftMs = ms
  let underWay = 0
  let since = 0
  let timer: NodeJS.Timeout | undefined

  function run(): void {
    since = performance.now()
    timer = setTimeout(onOver, leftMs)
  }

  function hold(): void {
    clearTimeout(timer)
    leftMs = Math.max(0, leftMs - (performance.now() - since))
  }

  return {
    begin() {
      underWay += 1
      if (underWay === 1) run()
      return () => {
        underWay -= 1
        if (underWay === 0) hold()
      }
    },
    renew() {
      clearTimeout(timer)
      leftMs = ms
      if (underWay > 0) run()
    },
    stop: () => clearTimeout(timer),
  }
}
