import type { LineSelection } from '../rows/line-selection.ts'

/**
 * The lines that a text names: a number, with or without the commas of a thousand, or two with a hyphen between them, in
 * either order, full-width ones too; 0 may be among them. Null for anything else.
 */
export function typedLines(text: string): LineSelection | null {
  const match = /^(\d{1,12})(?:[-–~](\d{1,12}))?$/.exec(text.normalize('NFKC').replaceAll(/[\s,]/g, ''))
  if (match === null) return null
  const ends = [Number(match[1]), Number(match[2] ?? match[1])]
  return { first: Math.min(...ends), last: Math.max(...ends) }
}
