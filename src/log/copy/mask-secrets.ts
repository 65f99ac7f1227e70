import { findSecrets } from './find-secrets.ts'
import { createSecretState, type SecretState, secretMask } from './secret.ts'

/** A text without its secrets, and how many were taken out. */
export interface MaskedText {
  readonly text: string
  readonly maskedCount: number
}

/**
 * Replaces the secrets in a shown text (escape sequences gone) by `••••`; key names stay. `state` carries a
 * private key on from the lines before; without it the text stands for itself. Linear in the text's length.
 */
export function maskSecrets(text: string, state: SecretState = createSecretState()): MaskedText {
  const secrets = findSecrets(text, state)
  if (secrets.length === 0) return { text, maskedCount: 0 }
  const parts: string[] = []
  let position = 0
  let maskedCount = 0
  for (const { start, end, isCounted } of secrets) {
    parts.push(text.slice(position, start), secretMask)
    position = end
    if (isCounted) maskedCount += 1
  }
  parts.push(text.slice(position))
  return { text: parts.join(''), maskedCount }
}
