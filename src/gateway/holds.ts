/** Memory that one answer of ours needs while it is made. */
export interface Holds {
  /** Told how to give some of it back. */
  readonly keep: (free: () => void) => void
  /** Gives all of it back: what was made of it is all that is left. */
  readonly release: () => void
}

/** See {@link Holds}. Nothing is held yet. */
export function createHolds(): Holds {
  const frees: (() => void)[] = []
  return {
    keep: (free) => void frees.push(free),
    release() {
      for (const free of frees.splice(0)) free()
    },
  }
}
