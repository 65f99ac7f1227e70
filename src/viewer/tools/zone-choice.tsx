import { useMessages, useTimeZone } from '#i18n'

interface ZoneChoiceProps {
  /** Zone of time stamps that name none: what stands in the log is read in it. */
  readonly naiveTimeZone: string | undefined
}

/**
 * The zone of the time column, and of every other time on the page: two zones beside each other would only be
 * mistaken for one.
 */
export function ZoneChoice({ naiveTimeZone }: ZoneChoiceProps) {
  const { zone: words } = useMessages().reader
  const [timeZone, setTimeZone] = useTimeZone()
  const named = namedZones(naiveTimeZone)
  const others = [...new Set([timeZone, ...Intl.supportedValuesOf('timeZone')])]
    .filter((zone) => !named.has(zone))
    .sort()
  return (
    <label className="log-choice">
      {words.label}
      <select value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
        {[...named].map(([zone, roles]) => (
          <option key={zone} value={zone}>
            {[zone, ...roles.map((role) => words.roles[role])].join(' · ')}
          </option>
        ))}
        <optgroup label={words.others}>
          {others.map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}

/** Zones an operator is likely to want, and why; one may be several of them. */
function namedZones(
  naiveTimeZone: string | undefined,
): ReadonlyMap<string, readonly ('browser' | 'logged')[]> {
  const zones = new Map<string, ('browser' | 'logged')[]>()
  const add = (zone: string, role: 'browser' | 'logged'): void =>
    void zones.set(zone, [...(zones.get(zone) ?? []), role])
  add(Intl.DateTimeFormat().resolvedOptions().timeZone, 'browser')
  if (naiveTimeZone !== undefined) add(naiveTimeZone, 'logged')
  if (!zones.has('UTC')) zones.set('UTC', [])
  return zones
}
