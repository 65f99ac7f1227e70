import {
  isDecimalId,
  type JobInstanceId,
  type NodeManInstanceId,
  type NodeManJobId,
  nodeManInstanceIdSchema,
  type Scope,
  type ScopeId,
  type StepInstanceId,
  scopeTypes,
} from '#contract'

/** Thrown inside the parser when a link has a known shape but this part of it cannot be an id. */
export class BadIdError extends Error {
  readonly text: string
  constructor(text: string) {
    super(`not an id: ${text.slice(0, 40)}`)
    this.text = text
  }
}

type DecimalId = JobInstanceId & StepInstanceId & NodeManJobId & ScopeId

/** A decimal id out of a link; zeros in front are dropped. Throws {@link BadIdError}. */
export function readDecimalId(text: string): DecimalId {
  const digits = text.trim().replace(/^0+(?=\d)/, '')
  if (!isDecimalId(digits) || digits === '0') throw new BadIdError(text)
  return digits as DecimalId
}

/** `host|instance|host|1`, its `|` raw or as `%7C`, once or twice encoded. Throws {@link BadIdError}. */
export function readNodeManInstanceId(text: string): NodeManInstanceId {
  const parsed = nodeManInstanceIdSchema.safeParse(decoded(decoded(text.trim())))
  if (!parsed.success) throw new BadIdError(text)
  return parsed.data
}

/** A scope out of two parts of a link; null when the first is no scope type. Throws {@link BadIdError}. */
export function readScopePair(type: string, id: string): Scope | null {
  const scopeType = scopeTypes.find((one) => one === type.toLowerCase())
  return scopeType === undefined ? null : { type: scopeType, id: readDecimalId(id) }
}

/** Percent-encoding taken off, or the text as it is when that is broken. */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
