import { useMemo } from 'react'

/**
 * The same value as long as it says the same: the query is read anew whenever anything in it changes, and what did not
 * change is not to be rendered again. For small plain values.
 */
export function useKept<Value>(value: Value): Value {
  const written = JSON.stringify(value)
  return useMemo(() => JSON.parse(written) as Value, [written])
}
