export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour

const shanghaiOffset = 8 * hour

let stampedSecond = -1
let stamped = ''

/** `yyyy-MM-dd HH:mm:ss` in Asia/Shanghai, the zone open API callers get (bk-job B.6). */
export function stamp(at: number): string {
  const wholeSecond = Math.floor(at / second)
  if (wholeSecond !== stampedSecond) {
    stampedSecond = wholeSecond
    stamped = new Date(at + shanghaiOffset).toISOString().slice(0, 19).replace('T', ' ')
  }
  return stamped
}

/** The same with milliseconds, for loggers that print them. */
export function stampMs(at: number): string {
  return new Date(at + shanghaiOffset).toISOString().slice(0, 23).replace('T', ' ')
}

/** The Shanghai weekday, 0 is Sunday. */
export function weekday(at: number): number {
  return new Date(at + shanghaiOffset).getUTCDay()
}

/** Midnight in Shanghai of the day `at` falls into. */
export function startOfDay(at: number): number {
  return Math.floor((at + shanghaiOffset) / day) * day - shanghaiOffset
}
