import { type ExpressionPart, partsOf } from './expression-parts.ts'

const letter = /^\\?([^\\])$/su
const namedEscape = /^\\[a-z0-9]/i
/** More are not looked for one by one. */
const maxLiterals = 8

/**
 * Texts of which one is in every match of an expression, the longest to be seen; none when there are none. `source`
 * must compile with the `u` flag.
 */
export function requiredLiterals(source: string): readonly string[] {
  const parts = partsOf(source)
  return parts === null ? [] : (readAlternatives(parts, 0).literals ?? [])
}

/** The texts of an expression that is nothing but these, one or the other: `a|b` or `(a|b)`; else null. */
export function alternativeLiterals(source: string): readonly string[] | null {
  const parts = partsOf(source) ?? []
  const isGroup = parts[0]?.kind === 'open' && parts.at(-1)?.kind === 'close'
  const own = isGroup ? parts.slice(1, -1) : parts
  const literals = ['']
  for (const part of own) {
    const text = plainLetter(part)
    if (part.kind === 'or') literals.push('')
    else if (text === '') return null
    else literals.push((literals.pop() ?? '') + text)
  }
  return literals.includes('') || literals.length > maxLiterals ? null : literals
}

/** `end`: the index of the part after what was read. */
interface Reading {
  readonly literals: readonly string[] | null
  readonly end: number
}

/** Reads up to the end of the group. */
function readAlternatives(parts: readonly ExpressionPart[], from: number): Reading {
  let reading = readSequence(parts, from)
  let literals = reading.literals
  while (parts[reading.end]?.kind === 'or') {
    reading = readSequence(parts, reading.end + 1)
    literals = literals === null || reading.literals === null ? null : [...literals, ...reading.literals]
  }
  return { literals: literals !== null && literals.length > maxLiterals ? null : literals, end: reading.end }
}

function readSequence(parts: readonly ExpressionPart[], from: number): Reading {
  let best: readonly string[] | null = null
  let run = ''
  const offer = (literals: readonly string[] | null): void => {
    if (literals !== null && shortest(literals) > shortest(best ?? [''])) best = literals
  }
  let at = from
  for (let part = parts[at]; part !== undefined; part = parts[at]) {
    const { kind } = part
    if (kind === 'or' || kind === 'close') break
    const group = kind === 'open' || kind === 'look' ? readAlternatives(parts, at + 1) : null
    // After a group, its closing bracket.
    at = group === null ? at + 1 : group.end + 1
    const repeat = parts[at]
    const own = repeat?.kind === 'repeat' ? '' : plainLetter(part)
    run = own === '' ? '' : run + own
    offer([run])
    if (kind === 'open' && !isOptional(repeat)) offer(group?.literals ?? null)
  }
  return { literals: best, end: at }
}

function shortest(literals: readonly string[]): number {
  return Math.min(...literals.map(({ length }) => length))
}

/** What follows a part says that it need not be there. */
export function isOptional(next: ExpressionPart | undefined): boolean {
  return next?.kind === 'repeat' && /^(?:[*?]|\{0)/.test(next.text)
}

/** The one character that a part stands for, or '' when that is not to be seen. */
function plainLetter({ kind, text }: ExpressionPart): string {
  return kind === 'letter' && !namedEscape.test(text) ? (letter.exec(text)?.[1] ?? '') : ''
}
