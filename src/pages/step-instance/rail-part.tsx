import { Suspense } from 'react'
import { useMessages } from '#i18n'
import { Loading, lazyPart } from '#ui'
import type { HostRailProps } from './host-rail.tsx'
import { besideQuery } from './panes.tsx'

const HostRail = lazyPart<HostRailProps>(async () => (await import('./host-rail.tsx')).HostRail)

// The first line of a log does not wait for the rail's script, but the rail does not wait for the hosts to ask for it.
if (window.matchMedia(besideQuery).matches) void HostRail.load()

/** The host rail, its script fetched beside the first log. */
export function RailPart(props: HostRailProps) {
  const { loading } = useMessages().stepInstance
  return (
    <Suspense fallback={<Loading label={loading} lines={8} />}>
      <HostRail {...props} />
    </Suspense>
  )
}
