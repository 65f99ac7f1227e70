import { useRef } from 'react'

/** What it was before it began to be held: a line that comes and goes with every answer would move the table. */
export function useHeld<Value>(value: Value, isHeld: boolean): Value {
  const held = useRef(value)
  if (!isHeld) held.current = value
  return held.current
}
