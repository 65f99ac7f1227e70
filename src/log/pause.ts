/** Holds work back until `end`, or for `maxMs`. */
export interface Pause {
  begin(): void
  end(): void
  /** Resolves when the pause under way is over; undefined when there is none. */
  over(): Promise<void> | undefined
}

export function createPause(maxMs: number): Pause {
  let pausing: Promise<void> | undefined
  let end = (): void => undefined
  return {
    begin() {
      end()
      pausing = new Promise((resolve) => {
        const timer = setTimeout(() => end(), maxMs)
        end = () => {
          clearTimeout(timer)
          pausing = undefined
          resolve()
        }
      })
    },
    end: () => end(),
    over: () => pausing,
  }
}
