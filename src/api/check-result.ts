import type { StepResult } from '#contract'
import { executeObject } from './check-execute-object.ts'
import { nullable, number, object, readOrNull, text } from './read-shape.ts'

const time = nullable(number)

/** The shape of `stepResultSchema` (contract), written out for the same reason as that of the frames' headers. */
const result = object<StepResult>({
  key: text,
  executeObject,
  status: number,
  tag: nullable(text),
  exitCode: nullable(number),
  startedAt: time,
  endedAt: time,
  durationMs: time,
})

/** A result as pages may use it, `null` when it is none. */
export function checkResult(value: unknown): StepResult | null {
  return readOrNull(result, value)
}
