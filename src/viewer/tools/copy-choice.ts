import type { CopyOptions } from '#log'

/** How a download is wanted. */
export type SaveChoice = 'text' | 'ansi' | 'raw'

/** How a copy is wanted. `markdown`: as a code block, with a link to the lines. */
export type CopyChoice = SaveChoice | 'markdown'

/** What is asked of the log. Secrets leave it only when that was chosen, in words that say so. */
export function copyOptionsOf(choice: CopyChoice): CopyOptions {
  if (choice === 'raw') return { form: 'raw', isMasked: false }
  return { form: choice === 'ansi' ? 'ansi' : 'plain', isMasked: true }
}
