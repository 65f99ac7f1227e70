/** Answers their readers have left lying, by person: nobody may fill the memory with what he does not take. */
export interface Untaken {
  /** One more of this person's; answers how to say that it was taken. */
  add(person: string, bytes: number): () => void
  bytes(): number
  bytesOf(person: string): number
}

/** See {@link Untaken}. Nothing lies there yet. */
export function createUntaken(): Untaken {
  const byPerson = new Map<string, number>()
  let sum = 0
  const bytesOf = (person: string) => byPerson.get(person) ?? 0

  function change(person: string, bytes: number): void {
    sum += bytes
    const left = bytesOf(person) + bytes
    if (left > 0) byPerson.set(person, left)
    else byPerson.delete(person)
  }

  return {
    add(person, bytes) {
      change(person, bytes)
      return () => change(person, -bytes)
    },
    bytes: () => sum,
    bytesOf,
  }
}
