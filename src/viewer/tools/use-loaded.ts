import { useEffect, useState } from 'react'

/**
 * A module of the program that is fetched when it is first used. 'failed' when it could not be had: the network, or
 * a server that has a newer version by now.
 */
export function useLoaded<Module extends object>(load: () => Promise<Module>): Module | 'loading' | 'failed' {
  const [loaded, setLoaded] = useState<{ readonly is: Module | 'loading' | 'failed' }>({ is: 'loading' })
  useEffect(() => {
    let isCurrent = true
    const tell = (is: Module | 'failed'): void => {
      if (isCurrent) setLoaded({ is })
    }
    load().then(tell, () => tell('failed'))
    return () => {
      isCurrent = false
    }
  }, [load])
  return loaded.is
}
