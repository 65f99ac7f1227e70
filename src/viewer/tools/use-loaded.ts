import { useEffect, useState } from 'react'

/** A module of the program that is fetched when it is first used. */
export interface LazyModule<Module extends object> {
  /** The module, once it is here. */
  readonly now: () => Module | null
  readonly load: () => Promise<Module>
}

/** `load` is an `import()`. */
export function lazyModule<Module extends object>(load: () => Promise<Module>): LazyModule<Module> {
  let here: Module | null = null
  return {
    now: () => here,
    load: async () => {
      here = await load()
      return here
    },
  }
}

/**
 * A lazy module, fetched now if it is not here; null fetches nothing. 'failed' when it could not be had: the network, or a server that
 * has a newer version by now.
 */
export function useLoaded<Module extends object>(
  module: LazyModule<Module> | null,
): Module | 'loading' | 'failed' {
  const [loaded, setLoaded] = useState<{ readonly is: Module | 'loading' | 'failed' }>(() => ({
    is: module?.now() ?? 'loading',
  }))
  useEffect(() => {
    const now = module?.now()
    if (now === undefined || module === null) return
    if (now !== null) return setLoaded((before) => (before.is === now ? before : { is: now }))
    let isCurrent = true
    const tell = (is: Module | 'failed'): void => {
      if (isCurrent) setLoaded({ is })
    }
    module.load().then(tell, () => tell('failed'))
    return () => {
      isCurrent = false
    }
  }, [module])
  return loaded.is
}
