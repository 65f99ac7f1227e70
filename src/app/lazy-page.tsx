import { type ComponentType, lazy } from 'react'

/** A page's script could not be fetched: the connection failed, or a newer Joblens replaced the files. */
export class PageLoadError extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : 'the page could not be loaded', { cause })
    this.name = 'PageLoadError'
  }
}

/** A page whose script is fetched when its address is opened. */
export function lazyPage(load: () => Promise<{ readonly Page: ComponentType }>): ComponentType {
  return lazy(async () => {
    try {
      return { default: (await load()).Page }
    } catch (error) {
      throw new PageLoadError(error)
    }
  })
}
