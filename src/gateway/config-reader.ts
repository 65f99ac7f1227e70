import type * as z from 'zod/mini'
import { type Environment, findVariable, type VariableName, variableLabel } from './config-variables.ts'

/** Reads variables one by one and gathers every mistake, so that an operator fixes them all in one go. */
export class ConfigReader {
  readonly mistakes: string[] = []
  readonly #environment: Environment

  constructor(environment: Environment) {
    this.#environment = environment
  }

  isSet(name: VariableName): boolean {
    return findVariable(this.#environment, name) !== null
  }

  /** It has its value from the platform, under the platform's name. */
  isInjected(name: VariableName): boolean {
    const found = findVariable(this.#environment, name)
    return found !== null && found.name !== name
  }

  /** The parsed value, or `absent` when the variable is not set or wrong (the mistake is noted). */
  read<S extends z.ZodMiniType, D>(name: VariableName, schema: S, absent: D): z.output<S> | D {
    const found = findVariable(this.#environment, name)
    if (found === null) return absent
    const parsed = schema.safeParse(found.value)
    if (parsed.success) return parsed.data
    this.mistake(`${found.name} ${parsed.error.issues[0]?.message ?? 'is not valid'}`)
    return absent
  }

  /** Notes something wrong, once. The words hold no value: it may be a secret in the wrong place. */
  mistake(words: string): void {
    if (!this.mistakes.includes(words)) this.mistakes.push(words)
  }

  /** Notes a variable that is needed and not set. `reason` says by what. */
  missing(label: string, reason: string): void {
    this.#note(`${label} is missing: ${reason}`)
  }

  /** Like {@link missing}, for a variable that has a fall-back name. */
  require(name: VariableName, reason: string): void {
    if (!this.isSet(name)) this.missing(variableLabel(name), reason)
  }

  #note(mistake: string): void {
    const label = mistake.slice(0, mistake.indexOf(' is missing'))
    // Both upstreams need the same app code: one line for it is enough.
    if (!this.mistakes.some((known) => known.startsWith(`${label} is missing`))) this.mistakes.push(mistake)
  }
}
