import { FieldFailure, JobFailure } from './failures.ts'
import { parseJson } from './lossless-json.ts'

const largestLong = 9223372036854775807n

/** The parameters of one call, wherever the generation carries them; null means "not given", as in the platform. */
export interface Parameters {
  text(name: string): string | null
  /** A long as its decimal string. Throws 1240003 on anything that is no long, as the platform's binding does. */
  long(name: string): string | null
  int(name: string): number | null
  flag(name: string): boolean
  list(name: string): readonly unknown[]
  has(name: string): boolean
}

/** Parameters of a GET: every value is text, lists do not occur. */
export function queryParameters(query: URLSearchParams): Parameters {
  return parametersOver((name) => query.get(name))
}

/** Parameters of a POST. Throws 1240003 when the body is no JSON object. */
export function bodyParameters(bodyText: string): Parameters {
  const body = parseBody(bodyText)
  return parametersOver((name) => (Object.hasOwn(body, name) ? body[name] : null))
}

function parseBody(bodyText: string): Record<string, unknown> {
  try {
    const body = parseJson(bodyText === '' ? '{}' : bodyText)
    if (isRecord(body)) return body
  } catch {
    // The platform answers one thing to every unreadable body.
  }
  throw new JobFailure(1240003, 'body')
}

/** True for a JSON object. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function parametersOver(read: (name: string) => unknown): Parameters {
  const long = (name: string) => asLong(name, read(name))
  return {
    text: (name) => asText(name, read(name)),
    long,
    int: (name) => asInt(name, long(name)),
    flag: (name) => String(read(name)) === 'true',
    list: (name) => asList(name, read(name)),
    has: (name) => (read(name) ?? '') !== '',
  }
}

function asText(name: string, value: unknown): string | null {
  if (value === null || value === undefined) return null
  if (typeof value === 'object') throw new FieldFailure(name)
  return String(value)
}

/** Text that is a long is accepted, as Jackson coerces it. */
export function asLong(name: string, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  const digits = typeof value === 'number' || typeof value === 'string' ? String(value).trim() : ''
  if (!/^-?\d{1,19}$/.test(digits)) throw new FieldFailure(name)
  const long = BigInt(digits)
  if (long > largestLong) throw new FieldFailure(name)
  return String(long)
}

function asInt(name: string, long: string | null): number | null {
  if (long === null) return null
  const value = Number(long)
  if (Math.abs(value) > 2 ** 31) throw new FieldFailure(name)
  return value
}

function asList(name: string, value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return []
  if (!Array.isArray(value)) throw new FieldFailure(name)
  return value
}
