/** What `make` made of this value when it was asked so before. */
export type MadeOnce<T> = (value: unknown, asked: string, make: () => T) => T

/**
 * Who asks for the same at the same moment gets the same value from upstream (shared-reads.ts), and with this the same of what
 * is made of it: 50,000 results are mapped once, and written once (json-answer.ts). Nothing is kept longer than the value.
 */
export function createMadeOnce<T>(): MadeOnce<T> {
  const known = new WeakMap<object, Map<string, T>>()
  return (value, asked, make) => {
    if (typeof value !== 'object' || value === null) return make()
    const ofValue = known.get(value) ?? new Map<string, T>()
    known.set(value, ofValue)
    const made = ofValue.get(asked) ?? make()
    ofValue.set(asked, made)
    return made
  }
}
