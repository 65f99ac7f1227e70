/** A secret in a text, in UTF-16 units. Of a secret of several lines (a private key) only the first is counted. */
export interface Secret {
  readonly start: number
  readonly end: number
  readonly isCounted: boolean
}

/** What has to be remembered from one line to the next. */
export interface SecretState {
  /** Inside a private key: how far its first line was indented or prefixed. Null outside. */
  keyIndent: number | null
  isKeyCounted: boolean
}

export function createSecretState(): SecretState {
  return { keyIndent: null, isKeyCounted: false }
}

/** The secrets in a text, in order and apart from each other. */
export function findSecrets(text: string, _state: SecretState): readonly Secret[] {
  const secrets: Secret[] = []
  for (const match of text.matchAll(/(?:password|token|secret)\s*[=:]\s*(\S+)/gi)) {
    const end = match.index + match[0].length
    secrets.push({ start: end - (match[1]?.length ?? 0), end, isCounted: true })
  }
  return secrets
}
