import type { Span } from './secret.ts'
import { isPlaceholder, quoteAt, readQuoted, readWord } from './secret-value.ts'

/** How a command takes its secret. */
interface CommandFlags {
  /** One letter after `-`. */
  readonly letters: string
  /** The value may (or must) touch the flag. */
  readonly form: 'attached' | 'apart' | 'either'
  /** Only what follows the first colon is secret. */
  readonly hasUser?: boolean
  /** The flags go on after `;`, `|` and `&`: these are not a shell's words. */
  readonly isWholeLine?: boolean
}

/** node-man's installer: `-c "<token>"`, `-P "<password>"`, and the lines that repeat them (bk-nodeman D3). */
const installer: CommandFlags = { letters: 'cP', form: 'apart', isWholeLine: true }
const sqlClient: CommandFlags = { letters: 'p', form: 'attached' }

const commands: Readonly<Record<string, CommandFlags>> = {
  setup_agent: installer,
  'args are:': installer,
  mysql: sqlClient,
  mariadb: sqlClient,
  sshpass: { letters: 'p', form: 'either' },
  'redis-cli': { letters: 'a', form: 'either' },
  'docker login': { letters: 'p', form: 'apart' },
  curl: { letters: 'u', form: 'apart', hasUser: true },
}

/** Reads flags in the light of the command before them, going through a text from left to right. */
export interface CommandReader {
  /** A word of `commands` ends at `end`. */
  command(word: string, end: number): void
  /** The value of the flag whose letter is at `at`. */
  flagValue(at: number): Span | null
}

export function createCommandReader(text: string): CommandReader {
  let active: CommandFlags | null = null
  let checkedTo = 0

  /** The command still reaches `at`. What was looked at is not looked at again: a line may be all flags. */
  const reaches = (at: number): boolean => {
    const between = text.slice(checkedTo, at)
    checkedTo = at
    const border = active?.isWholeLine === true ? /\n/ : /[\n;|&]/
    if (border.test(between)) active = null
    return active !== null
  }

  return {
    command(word, end) {
      active = commands[word.toLowerCase()] ?? null
      checkedTo = end
    },
    flagValue(at) {
      if (active === null || !reaches(at) || !active.letters.includes(text[at] ?? ' ')) return null
      return readFlag(text, at + 1, active)
    },
  }
}

function readFlag(text: string, at: number, { form, hasUser }: CommandFlags): Span | null {
  const isApart = text[at] === ' ' || text[at] === '\t'
  if (form !== 'either' && isApart !== (form === 'apart')) return null
  let start = at
  while (text[start] === ' ' || text[start] === '\t') start += 1
  const quote = quoteAt(text, start)
  const value = quote === '' ? readWord(text, start) : readQuoted(text, start + quote.length, quote)
  return hasUser === true ? afterUser(text, value) : orNull(text, value)
}

function afterUser(text: string, value: Span): Span | null {
  const colon = text.slice(value.start, Math.min(value.end, value.start + 256)).indexOf(':')
  return colon === -1 ? null : orNull(text, { start: value.start + colon + 1, end: value.end })
}

function orNull(text: string, value: Span): Span | null {
  return isPlaceholder(text.slice(value.start, Math.min(value.end, value.start + 80))) ? null : value
}
