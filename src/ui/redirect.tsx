import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'

export interface RedirectProps {
  /** Where to go, as the router takes it: what belongs to the visit is already in it (`useAppHref`). */
  readonly to: string
}

/**
 * Stands for a page whose address is another's: goes on at once and leaves no entry to come back to. Unlike the
 * router's `<Navigate>` it also does so when a second such address, leading to the same place, arrives while the place
 * of the first is still being fetched: that one goes on only when its target changes, and would stand still.
 */
export function Redirect({ to }: RedirectProps) {
  const navigate = useNavigate()
  const location = useLocation()
  // biome-ignore lint/correctness/useExhaustiveDependencies: each arrival here is a new location, even to the same place
  useEffect(() => void navigate(to, { replace: true }), [navigate, to, location])
  return null
}
