const lastCasedCode = 0x1efff
let cased: string | undefined

/** All characters that have cases. */
function casedCharacters(): string {
  if (cased !== undefined) return cased
  const hasCase = /\p{Changes_When_Casemapped}|\p{Changes_When_Casefolded}/u
  const found: string[] = []
  for (let code = 0; code <= lastCasedCode; code += 1) {
    const character = String.fromCodePoint(code)
    if (hasCase.test(character)) found.push(character)
  }
  cased = found.join('')
  return cased
}

/** The characters that an expression with the flags `iu` takes for a character, itself included. */
export function caseVariants(character: string): readonly string[] {
  const source = `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`
  const variants = casedCharacters().match(new RegExp(source, 'giu'))
  return variants ?? [character]
}
