import { type ComponentType, lazy } from 'react'

/** A part's script could not be fetched: the connection failed, or a newer Joblens replaced the files. */
export class PartLoadError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'a part could not be loaded', { cause })
    this.name = 'PartLoadError'
  }
}

/** A part that can be fetched before it is shown. */
export type LazyPart<Props extends object> = ComponentType<Props> & {
  /** Never fails: what could not be fetched is fetched again, and told, when it is shown. */
  readonly load: () => Promise<void>
}

/**
 * A page, or a part of one, whose script is fetched when it is first shown. Throws `PartLoadError` when it cannot be.
 * One that is loaded before appears at once; for one that is waited for, React keeps what stands in for it for 300 ms.
 */
export function lazyPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LazyPart<Props> {
  // Importing a script anew takes a task, even if it is there; React waits for a promise that is kept a moment only.
  let early: ReturnType<typeof load> | null = null
  const part = lazy(async () => {
    try {
      return { default: await (early ?? load()) }
    } catch (error) {
      throw new PartLoadError(error)
    }
  }) as ComponentType<Props>
  const loadEarly = async () => {
    early = load()
    await early.catch(() => {
      early = null
    })
  }
  return Object.assign(part, { load: loadEarly })
}
