import { type Tone, transferTone } from '#contract'
import type { TransferWords } from '#i18n'

/** What a transfer's status is called, and how it looks. */
export interface TransferState {
  readonly tone: Tone
  readonly word: string
  readonly meaning: string
}

/**
 * A transfer's state in words. `isOver`: the step has ended, and with it whatever upstream last said to be waiting or
 * under way (bk-job A.14 has no status for that).
 */
export function transferState(
  code: number | null,
  isOver: boolean,
  { transfer, status }: Pick<TransferWords, 'transfer' | 'status'>,
): TransferState {
  const tone = transferTone(code)
  const word = status.transferStatusWord(code)
  if (!isOver || (tone !== 'busy' && tone !== 'idle')) {
    return { tone, word, meaning: status.transferStatusMeaning(code) }
  }
  const { left } = transfer
  return { tone: 'odd', word: left.word(word), meaning: left.meaning(tone === 'busy') }
}
