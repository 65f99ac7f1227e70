/** A part of the worker's script that the first rows do without: it is fetched when it is wanted. */
export interface LatePart<T> {
  /** Null until it is here. */
  readonly here: T | null
  /** Fetches it, if need be; after a failure, once more. */
  fetch(): Promise<T>
}

export function createLatePart<T>(load: () => Promise<T>): LatePart<T> {
  let here: T | null = null
  let loading: Promise<T> | null = null
  const keep = async (): Promise<T> => {
    try {
      here = await load()
      return here
    } finally {
      loading = null
    }
  }
  return {
    get here() {
      return here
    },
    fetch() {
      if (here !== null) return Promise.resolve(here)
      loading ??= keep()
      return loading
    },
  }
}

export const meaningPart = createLatePart(() => import('../meaning/meaning-index.ts'))
export const searchPart = createLatePart(() => import('../search/text-search.ts'))
export const copyPart = createLatePart(() => import('../copy/copy-text.ts'))

/** Fetches everything: what is here answers at once, and from the same version of Joblens as the worker. */
export async function fetchParts(): Promise<void> {
  await Promise.all([meaningPart.fetch(), searchPart.fetch(), copyPart.fetch()])
}
