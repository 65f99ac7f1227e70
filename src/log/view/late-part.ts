import { lendLoops } from '../newline-loops.ts'

/** A part of the worker's script that the first rows do without: it is fetched when it is wanted. */
export interface LatePart<T> {
  /** Null until it is here. */
  readonly here: T | null
  /** Resolves when it is here, whoever fetched it. */
  readonly arrival: Promise<T>
  /** Fetches it, if need be; after a failure, once more. */
  fetch(): Promise<T>
}

function createLatePart<T>(load: () => Promise<T>): LatePart<T> {
  let here: T | null = null
  let loading: Promise<T> | null = null
  let arrive: (part: T) => void = () => undefined
  const arrival = new Promise<T>((resolve) => {
    arrive = resolve
  })
  const keep = async (): Promise<T> => {
    try {
      here = await load()
      arrive(here)
      return here
    } finally {
      loading = null
    }
  }
  return {
    get here() {
      return here
    },
    arrival,
    fetch() {
      if (here !== null) return Promise.resolve(here)
      loading ??= keep()
      return loading
    },
  }
}

export const meaningPart = createLatePart(() => import('../meaning/meaning-index.ts'))
export const searchPart = createLatePart(async () => {
  const part = await import('../search/text-search.ts')
  lendLoops({ ...part.byteKernels(), roomBytes: part.kernelBytes })
  return part
})
export const copyPart = createLatePart(() => import('./copy-view.ts'))
export const namingPart = createLatePart(() => import('../name-texts.ts'))
export const manyPart = createLatePart(() => import('../search/search-many.ts'))
export const anchorPart = createLatePart(async () => ({
  ...(await import('../copy/line-anchor.ts')),
  ...(await import('../copy/find-anchor.ts')),
}))

/**
 * Fetches everything: what is here answers at once, and is of the same version of Joblens as the worker. The text can
 * be read without what cannot be had; the next call tries again.
 */
export async function fetchParts(): Promise<void> {
  const parts = [meaningPart, searchPart, copyPart, anchorPart, namingPart, manyPart]
  await Promise.allSettled(parts.map((part) => part.fetch()))
}
