/** Longest name that every file system takes, with room for an ending. */
const longest = 180

/**
 * Name of a downloaded log, telling what it is: ids of the execution, then the host, then what of it. Parts that are
 * not known are left out; what a file system may not like becomes `_`.
 */
export function logFileName(...parts: readonly (string | undefined)[]): string {
  const safe = parts
    .map((part) => part?.replace(/[^\p{L}\p{N}.-]+/gu, '_') ?? '')
    .filter((part) => part !== '')
  return `${safe.join('-').slice(0, longest)}.log`
}
