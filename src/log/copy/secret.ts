/** What stands where a secret was. */
export const secretMask = '••••'

/** A stretch of text, in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A secret in a text. Of one that takes several lines (a private key) only the first is counted. */
export interface Secret extends Span {
  readonly isCounted: boolean
}

/** What has to be remembered from one line to the next: where in a private key we are, null outside of one. */
export interface SecretState {
  privateKey: PrivateKeyState | null
}

export interface PrivateKeyState {
  /** How far its first line was indented or prefixed. */
  readonly indent: number
  /** A line of it was seen already. */
  isCounted: boolean
  /** Length of its first line, 0 before there was one. */
  fullUnits: number
  /** The line before was shorter than the first: only the end can follow. */
  isEnding: boolean
}

export function createSecretState(): SecretState {
  return { privateKey: null }
}

/** The match of a sticky pattern at one place. */
export function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}
