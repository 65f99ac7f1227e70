import type { Tone } from './tone.ts'

/** Something on a page, as it is told to other people: in words, with the way to it. */
export interface Shared {
  readonly title: string
  /** `null` for what has no state, such as lines of a log. */
  readonly state: { readonly tone: Tone; readonly word: string } | null
  /** Labels of at most five characters: a WeCom card has room for no more. Times are absolute, with their zone. */
  readonly facts: readonly { readonly label: string; readonly value: string }[]
  /** Text of a log, its secrets masked; empty where the title says all. */
  readonly quote: { readonly title: string; readonly text: string } | null
  /** Absolute. */
  readonly url: string
}

/** The words around it, in the language of who shares. */
export interface ShareWords {
  /** Stands on the link of a card; at most 13 characters. */
  readonly open: string
  /** Of a quotation that is too long. */
  readonly moreLines: (lineCount: number) => string
}

/** What a state looks like where there is room for one character; never without its word. */
export const toneMarks = {
  good: '✓',
  bad: '✗',
  busy: '▶',
  idle: '…',
  odd: '!',
} as const satisfies Readonly<Record<Tone, string>>

/** "✗ Deploy" */
export function markedTitle({ title, state }: Shared): string {
  return state === null ? title : `${toneMarks[state.tone]} ${title}`
}
