import type { Expression } from './expression.ts'
import { type ExpressionPart, partsOf } from './expression-parts.ts'
import { standIn } from './plain-lines.ts'

/**
 * The characters beyond ASCII that an expression does not take like all the others, as bits by code point: lines that
 * hold none of them match as if each such character were `standIn`. Null when it tells too many apart.
 */
export function plainExceptions({ source, flags }: Expression): Uint8Array | null {
  const parts = flags.includes('u') ? partsOf(source) : null
  if (parts === null || parts.some(tellsCharacters)) return null
  const exceptions = new Uint8Array(0x110000 / 8)
  for (const test of new Set(parts.flatMap(testOf))) {
    const others = differing(test, flags.replace('g', ''))
    if (others === null) return null
    for (const character of others) {
      const code = character.codePointAt(0) ?? 0
      exceptions[code >> 3] = (exceptions[code >> 3] ?? 0) | (1 << (code & 7))
    }
  }
  return exceptions
}

/** More make every other line odd. */
const maxDiffering = 300
const namesCharacters = /[^\p{ASCII}]|\\[upPxc]/u

/** It compares characters, or names some beyond ASCII. */
function tellsCharacters({ kind, text }: ExpressionPart): boolean {
  return kind === 'reference' || ((kind === 'class' || kind === 'letter') && namesCharacters.test(text))
}

function testOf({ kind, text }: ExpressionPart): readonly string[] {
  if (kind === 'class' || kind === 'letter') return [text]
  return kind === 'boundary' ? [String.raw`\w`] : []
}

/** The characters that a part of an expression takes otherwise than `standIn`; null when they are many. */
function differing(test: string, flags: string): readonly string[] | null {
  const isTaken = new RegExp(test, flags).test(String.fromCharCode(standIn))
  // Characters that a look behind or ahead leaves out, one by one.
  const pattern = new RegExp(isTaken ? `(?!${test})[^]` : test, `g${flags}`)
  const found: string[] = []
  for (const [character] of beyondAscii().matchAll(pattern)) {
    found.push(character)
    if (found.length > maxDiffering) return null
  }
  return found
}

let characters = ''

/** Characters beyond ASCII; those beyond 16 bits are all alike to who names none of them. */
function beyondAscii(): string {
  if (characters !== '') return characters
  const parts = ['\u{1f600}']
  for (let code = 0x80; code < 0x10000; code += 1)
    if (code < 0xd800 || code > 0xdfff) parts.push(String.fromCharCode(code))
  characters = parts.join('')
  return characters
}
