/** What a reader answers when a value is not what it reads. */
const wrong = Symbol('wrong')

/** Reads one value of untrusted JSON. Answers what the schema of the same name would, or `wrong`. */
export type Read<T> = (value: unknown) => T | typeof wrong

type Fields<T> = { readonly [Name in keyof T]-?: Read<T[Name]> }

export const text: Read<string> = (value) => (typeof value === 'string' ? value : wrong)

export const number: Read<number> = (value) =>
  typeof value === 'number' && Number.isFinite(value) ? value : wrong

/** Texts of which not every one will do. */
export function textThat<T extends string>(isRight: (text: string) => boolean): Read<T> {
  return (value) => (typeof value === 'string' && isRight(value) ? (value as T) : wrong)
}

/** One of some words; any other value is read as `fallback`, when there is one. */
export function word<T extends string>(words: Readonly<Record<T, true>>, fallback?: NoInfer<T>): Read<T> {
  return (value) =>
    typeof value === 'string' && Object.hasOwn(words, value) ? (value as T) : (fallback ?? wrong)
}

export function nullable<T>(read: Read<T>): Read<T | null> {
  return (value) => (value === null ? null : read(value))
}

/** A field that may be left out. */
export function optional<T>(read: Read<T>): Read<T | undefined> {
  return (value) => (value === undefined ? undefined : read(value))
}

export function listOf<T>(read: Read<T>): Read<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value)) return wrong
    const items: T[] = []
    for (const one of value) {
      const item = read(one)
      if (item === wrong) return wrong
      items.push(item)
    }
    return items
  }
}

/** An object with these fields; others are left out. */
export function object<T extends object>(fields: Fields<T>): Read<T> {
  const names = Object.keys(fields) as (keyof T & string)[]
  return (value) => {
    if (!isRecord(value)) return wrong
    const made: Partial<T> = {}
    for (const name of names) {
      const field = fields[name](value[name])
      if (field === wrong) return wrong
      if (field !== undefined) made[name] = field
    }
    return made as T
  }
}

/** One of several objects, told apart by their `kind`. */
export function byKind<T extends { readonly kind: string }>(
  kinds: {
    readonly [Kind in T['kind']]: Read<Extract<T, { readonly kind: Kind }>>
  },
): Read<T> {
  const readers: Readonly<Record<string, Read<unknown>>> = kinds
  return (value) => {
    if (!isRecord(value) || typeof value['kind'] !== 'string') return wrong
    const { kind } = value as { readonly kind: string }
    return Object.hasOwn(readers, kind) ? (readers[kind]?.(value) as T | typeof wrong) : wrong
  }
}

/** What is read, null when the value is something else. */
export function readOrNull<T>(read: Read<T>, value: unknown): T | null {
  const found = read(value)
  return found === wrong ? null : found
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
