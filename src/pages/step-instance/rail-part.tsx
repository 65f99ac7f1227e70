import { lazyPart } from '#ui'
import type { HostRailProps } from './host-rail.tsx'

/** The host rail. Its script is fetched when it is first shown: the first line of a log does not wait for it. */
export const RailPart = lazyPart<HostRailProps>(async () => (await import('./host-rail.tsx')).HostRail)
