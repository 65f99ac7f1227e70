/** Shorter "secrets" (a test's `x`) would blank out half of every text, and only a misconfigured system has them. */
const SHORTEST_SECRET = 4

/**
 * Every way a secret may stand in a text that quotes a request: as it is, within JSON, within JSON in JSON (a
 * header quoted in an answer), percent-encoded or decoded, and those combined. Longest first, as they are replaced.
 */
export function spellingsOf(secrets: readonly string[]): readonly string[] {
  const plain = secrets.filter((secret) => secret.length >= SHORTEST_SECRET)
  const written = plain.flatMap((secret) => [secret, inJson(secret), inJson(inJson(secret)), decoded(secret)])
  const all = new Set([...written, ...written.map(encodeURIComponent)])
  return [...all].sort((one, other) => other.length - one.length)
}

/** Puts `instead` in the place of every spelling. */
export function hideSpellings(text: string, spellings: readonly string[], instead: string): string {
  return spellings.reduce((rest, spelling) => rest.replaceAll(spelling, instead), text)
}

const inJson = (text: string) => JSON.stringify(text).slice(1, -1)

function decoded(secret: string): string {
  try {
    return decodeURIComponent(secret)
  } catch {
    return secret
  }
}
