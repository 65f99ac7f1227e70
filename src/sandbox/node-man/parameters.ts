/** Parameters of a call wherever they came: path, query or JSON body. */
import { type Call, isObject, readObject } from '../call.ts'

export type Parameters = Readonly<Record<string, unknown>>

/** Body over query: what ESB and Django REST framework hand to the same view. */
export function parametersOf(call: Call): Parameters {
  return { ...Object.fromEntries(call.query), ...readObject(call.bodyText) }
}

/** Any scalar as text; `null` when absent. Ids arrive as numbers and as strings. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value
  return typeof value === 'number' ? String(value) : null
}

export function integerOf(value: unknown, usual: number): number {
  const given = Number(textOf(value) ?? Number.NaN)
  return Number.isInteger(given) ? given : usual
}

/** A list filter as texts; `null` = not given or empty, so no filter. */
export function listOf(value: unknown): readonly string[] | null {
  const texts = (Array.isArray(value) ? value : []).flatMap((each: unknown) => textOf(each) ?? [])
  return texts.length === 0 ? null : texts
}

/** `conditions` of the details call: `{key, value}` pairs. */
export function conditionsOf(value: unknown): readonly { readonly key: string; readonly value: unknown }[] {
  return (Array.isArray(value) ? value : [])
    .filter(isObject)
    .map((each) => ({ key: textOf(each['key']) ?? '', value: each['value'] }))
}
