/*
 * One clock for all that runs. Times of upstream's beside a browser's own "now" would make a run that has just begun
 * begin in three minutes, or last three minutes less on one part of a page than on another.
 */

/** How far the gateway's clock is ahead of ours, ms, by the answer that took the shortest. */
let gatewayAheadMs: number | null = null

/** What upstream has told lies at least so far ahead of our clock, ms: nothing it tells of is yet to come. */
let toldAheadMs = Number.NEGATIVE_INFINITY

/** The header has whole seconds, and an answer takes its time: less than this is no difference. */
const alikeMs = 3000

/** Somebody has set one of the clocks. */
const setAnewMs = 60_000

/** What lies further ahead is a wrong date, or a wrong time zone, and no clock to go by. */
const farthestMs = 15 * 60_000

/** "Now" (epoch ms) by the clock that the times of an execution are told by, as far as it is known. */
export function upstreamNow(): number {
  const ahead = gatewayAheadMs ?? 0
  return Date.now() + Math.max(Math.abs(ahead) < alikeMs ? 0 : ahead, toldAheadMs)
}

/** `date` as in an answer's header of this name. */
export function learnDate(date: string | null): void {
  const at = date === null ? Number.NaN : Date.parse(date)
  if (Number.isNaN(at)) return
  const ahead = at + 500 - Date.now()
  const isNews = gatewayAheadMs === null || ahead > gatewayAheadMs || gatewayAheadMs - ahead > setAnewMs
  if (isNews) gatewayAheadMs = ahead
}

/** Times (epoch ms) in an answer that has just come, of what has happened. */
export function learnMoments(moments: Iterable<number | null>): void {
  const now = Date.now()
  for (const at of moments) {
    const ahead = (at ?? 0) - now
    if (ahead > toldAheadMs && ahead < farthestMs) toldAheadMs = ahead
  }
}
