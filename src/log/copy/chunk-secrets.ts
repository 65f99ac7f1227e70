import type { LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import type { CopyChunk } from './copy-chunk.ts'
import { findSecrets } from './find-secrets.ts'
import { startOf } from './line-blocks.ts'
import { stripSequences } from './raw-chunk.ts'
import { createSecretState, type Secret, type SecretState } from './secret.ts'

/** So much of a long line's neighbouring chunks is looked at: a secret may lie across the border. */
const contextUnits = 16 * 1024
/** No private key has more lines. */
const keyLines = 120
const longestKeyLine = 1024

/** A chunk and the secrets in it; one that began in the chunk before begins below 0 here. */
export interface SearchedChunk {
  readonly chunk: CopyChunk
  readonly secrets: readonly Secret[]
}

/** Finds the secrets of chunks that follow each other; `state` is carried through. */
export function* withSecrets(chunks: Iterable<CopyChunk>, state: SecretState): Generator<SearchedChunk> {
  let held: CopyChunk | null = null
  let before = ''
  for (const chunk of chunks) {
    if (held !== null) {
      yield { chunk: held, secrets: secretsOf(held, before, chunk.text.slice(0, contextUnits), state) }
      before = held.isLineEnd ? '' : held.text.slice(-contextUnits)
    }
    held = chunk
  }
  if (held !== null) yield { chunk: held, secrets: secretsOf(held, before, '', state) }
}

function secretsOf(chunk: CopyChunk, before: string, after: string, state: SecretState): readonly Secret[] {
  if (chunk.isLineEnd && before === '') return findSecrets(chunk.text, state)
  const text = before + chunk.text + (chunk.isLineEnd ? '' : after)
  return findSecrets(text, createSecretState())
    .map(({ start, end, isCounted }) => ({
      start: start - before.length,
      end: end - before.length,
      isCounted,
    }))
    .filter(({ start, end }) => end > 0 && start < chunk.text.length)
}

/**
 * The state a line begins in: inside a private key when it looks like a line of one, and one began in the lines
 * above that are not copied.
 */
export function stateBefore(document: LogDocument, lineIndex: number): SecretState {
  const state = createSecretState()
  const [start, end] = document.bounds(lineIndex)
  if (end - start > longestKeyLine || !/[0-9A-Za-z+/=]{16}/.test(textOf(document, start, end))) return state
  const from = startOf(document, Math.max(0, lineIndex - keyLines))
  if (start - from <= keyLines * longestKeyLine) findSecrets(textOf(document, from, start), state)
  return state
}

function textOf(document: LogDocument, start: number, end: number): string {
  return decodeText(document.read(start, end))
    .split('\n')
    .map((line) => stripSequences(line).text)
    .join('\n')
}
