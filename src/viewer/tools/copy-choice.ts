import type { CopyOptions } from '#log'

/** How a download is wanted. */
export type SaveChoice = 'text' | 'ansi' | 'raw'

/**
 * How lines are wanted for other people: their address alone, a code block with it, or one of the two kinds of message
 * a WeCom group takes.
 */
export type ShareChoice = 'markdown' | 'link' | 'card' | 'message'

/** How a copy is wanted. */
export type CopyChoice = SaveChoice | ShareChoice

export function isShareChoice(choice: CopyChoice): choice is ShareChoice {
  return !(choice === 'text' || choice === 'ansi' || choice === 'raw')
}

/** What is asked of the log. Secrets leave it only when that was chosen, in words that say so. */
export function copyOptionsOf(choice: CopyChoice): CopyOptions {
  if (choice === 'raw') return { form: 'raw', isMasked: false }
  return { form: choice === 'ansi' ? 'ansi' : 'plain', isMasked: true }
}
