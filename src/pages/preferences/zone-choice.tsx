import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
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
  const [timeZone, setTimeZone] = useTimeZone()
  const upstreamTimeZone = useQuery(capabilitiesQuery(useApi())).data?.upstreamTimeZone
  const named = useMemo(() => namedZones(upstreamTimeZone), [upstreamTimeZone])
  const others = useMemo(() => otherZones(named, timeZone), [named, timeZone])
  const labelOf = ({ zone, roles }: NamedZone) =>
    [zone, ...roles.map((role) => words.zoneRoles[role])].join(' · ')
  return (
    <>
      <SelectField
        label={words.timeZone}
        value={timeZone}
        options={[
          ...named.map((one) => ({ value: one.zone, label: labelOf(one) })),
          ...others.map((zone) => ({ value: zone, label: zone })),
        ]}
        onChange={setTimeZone}
      />
      <Now />
      {upstreamTimeZone === undefined ? null : <p>{words.naiveTimes(upstreamTimeZone)}</p>}
    </>
  )
}

/** Apart, since it changes every second: the hundreds of zones beside it do not. */
function Now() {
  const words = usePreferencesMessages()
  return <p>{words.now(useFormat().dateTime(useNow(true)))}</p>
}
