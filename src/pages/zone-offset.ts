/** Epoch ms of a wall clock's reading in an IANA zone, given as if it were UTC's. Throws for a zone nobody knows. */
export function atZone(wallClock: number, timeZone: string): number {
  // The offset of the guess can differ from the offset of the answer on a day the clocks change: ask twice.
  const guess = wallClock - zoneOffsetMs(wallClock, timeZone)
  return wallClock - zoneOffsetMs(guess, timeZone)
}

/** How far a zone's clocks are ahead of UTC at a moment. */
export function zoneOffsetMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at)
  const name = parts.find((part) => part.type === 'timeZoneName')?.value ?? ''
  const match = /^GMT([+-])(\d{2}):(\d{2})/.exec(name)
  if (match === null) return 0
  const minutes = Number(match[2]) * 60 + Number(match[3])
  return (match[1] === '-' ? -1 : 1) * minutes * 60_000
}
