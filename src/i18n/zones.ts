import { browserTimeZone } from './browser-time-zone.ts'

/** Why an operator may want a zone: it is the browser's own, or the one of upstream's times. */
type ZoneRole = 'browser' | 'logged'

export interface ZoneChoice {
  /** IANA zone. */
  readonly zone: string
  readonly roles: readonly ZoneRole[]
}

/** Zones an operator is likely to want: mine, upstream's (when known), UTC. One may be several of them. */
export function namedZones(upstreamTimeZone: string | undefined): readonly ZoneChoice[] {
  const zones = new Map<string, readonly ZoneRole[]>()
  const add = (zone: string, roles: readonly ZoneRole[]): void =>
    void zones.set(zone, [...(zones.get(zone) ?? []), ...roles])
  add(browserTimeZone(), ['browser'])
  if (upstreamTimeZone !== undefined) add(upstreamTimeZone, ['logged'])
  add('UTC', [])
  return [...zones].map(([zone, roles]) => ({ zone, roles }))
}

/** All other zones this browser knows, and the one chosen, by name. */
export function otherZones(named: readonly ZoneChoice[], chosen: string): readonly string[] {
  const known = new Set(named.map(({ zone }) => zone))
  return [...new Set([chosen, ...Intl.supportedValuesOf('timeZone')])]
    .filter((zone) => !known.has(zone))
    .sort()
}
