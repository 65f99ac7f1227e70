import { type ComponentType, lazy } from 'react'

/** A part's script could not be fetched: the connection failed, or a newer Joblens replaced the files. */
export class PartLoadError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'a part could not be loaded', { cause })
    this.name = 'PartLoadError'
  }
}

/** A page, or a part of one, whose script is fetched when it is first shown. Throws `PartLoadError` when it cannot be. */
export function lazyPart<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazy(async () => {
    try {
      return { default: await load() }
    } catch (error) {
      throw new PartLoadError(error)
    }
  }) as ComponentType<Props>
}
