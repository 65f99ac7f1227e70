import { useState } from 'react'
import { useNavigationType } from 'react-router'
import { newerVersion } from '#ui'

/** A link of a newer Joblens, and the page it led to. */
interface NewerAddress {
  readonly pathname: string
  readonly version: number
}

/**
 * The version of the link that led here, where this Joblens does not know it, else `null`; and how to say no more of it.
 * The address does not tell any more once it is upgraded, nor when it leads on: what replaces it is still that link.
 */
export function useNewerLink(pathname: string, address: string): readonly [number | null, () => void] {
  const how = useNavigationType()
  const [told, setTold] = useState<NewerAddress | null>(null)
  const isHere = told?.pathname === pathname || how === 'REPLACE'
  const version = newerVersion(address) ?? (isHere ? (told?.version ?? null) : null)
  if (version !== (told?.version ?? null) || (told !== null && told.pathname !== pathname))
    setTold(version === null ? null : { pathname, version })
  return [version, () => setTold(null)]
}
