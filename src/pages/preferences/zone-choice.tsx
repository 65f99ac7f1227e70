import { useQuery } from '@tanstack/react-query'
import { capabilitiesQuery, useApi } from '#api'
import {
  type ZoneChoice as NamedZone,
  namedZones,
  otherZones,
  useFormat,
  usePreferencesMessages,
  useTimeZone,
} from '#i18n'
import { SelectField } from '#ui'
import { useNow } from '../use-now.ts'

/** The zone of every time that is shown: mine, upstream's, UTC, or any other. */
export function ZoneChoice() {
  const words = usePreferencesMessages()
  const { dateTime } = useFormat()
  const [timeZone, setTimeZone] = useTimeZone()
  const upstreamTimeZone = useQuery(capabilitiesQuery(useApi())).data?.upstreamTimeZone
  const now = useNow(true)
  const named = namedZones(upstreamTimeZone)
  const labelOf = ({ zone, roles }: NamedZone) =>
    [zone, ...roles.map((role) => words.zoneRoles[role])].join(' · ')
  return (
    <>
      <SelectField
        label={words.timeZone}
        value={timeZone}
        options={[
          ...named.map((one) => ({ value: one.zone, label: labelOf(one) })),
          ...otherZones(named, timeZone).map((zone) => ({ value: zone, label: zone })),
        ]}
        onChange={setTimeZone}
      />
      <p>{words.now(dateTime(now))}</p>
      {upstreamTimeZone === undefined ? null : <p>{words.naiveTimes(upstreamTimeZone)}</p>}
    </>
  )
}
