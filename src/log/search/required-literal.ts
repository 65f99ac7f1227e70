import { depthsOf, type ExpressionPart, partsOf } from './expression-parts.ts'

const letter = /^\\?([^\\])$/su
const namedEscape = /^\\[a-z0-9]/i

/**
 * The longest text that is in every match of an expression, as it stands in it, or '' when none is to be seen at a
 * glance. `source` must compile with the `u` flag.
 */
export function requiredLiteral(source: string): string {
  const parts = partsOf(source) ?? []
  const depths = depthsOf(parts)
  if (parts.some(({ kind }, index) => kind === 'or' && depths[index] === 0)) return ''
  let longest = ''
  let run = ''
  parts.forEach((part, index) => {
    const isOwn = depths[index] === 0 && parts[index + 1]?.kind !== 'repeat'
    const own = isOwn ? plainLetter(part) : ''
    run = own === '' ? '' : run + own
    if (run.length > longest.length) longest = run
  })
  return longest
}

function plainLetter({ kind, text }: ExpressionPart): string {
  return kind === 'letter' && !namedEscape.test(text) ? (letter.exec(text)?.[1] ?? '') : ''
}
