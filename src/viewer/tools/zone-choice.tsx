import { namedZones, otherZones, useReaderToolsMessages, useTimeZone } from '#i18n'

interface ZoneChoiceProps {
  /** Zone of time stamps that name none: what stands in the log is read in it. */
  readonly naiveTimeZone: string | undefined
}

/**
 * The zone of the time column, and of every other time on the page: two zones beside each other would only be
 * mistaken for one.
 */
export function ZoneChoice({ naiveTimeZone }: ZoneChoiceProps) {
  const { zone: words } = useReaderToolsMessages()
  const [timeZone, setTimeZone] = useTimeZone()
  const named = namedZones(naiveTimeZone)
  return (
    <label className="log-choice">
      {words.label}
      <select value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
        {named.map(({ zone, roles }) => (
          <option key={zone} value={zone}>
            {[zone, ...roles.map((role) => words.roles[role])].join(' · ')}
          </option>
        ))}
        <optgroup label={words.others}>
          {otherZones(named, timeZone).map((zone) => (
            <option key={zone} value={zone}>
              {zone}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  )
}
