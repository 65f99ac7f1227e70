/** More ways to write a text are not looked for one by one. */
const maxVariants = 8

/**
 * The ways of writing a text that Unicode holds for the same: letters with marks composed ("é" as one character) or
 * not (an "e" and its accent), each of them by itself. Null when there are too many.
 */
export function literalVariants(text: string): readonly string[] | null {
  let variants: readonly string[] = ['']
  for (const ways of waysOf(text)) {
    variants = variants.flatMap((start) => ways.map((way) => start + way))
    if (variants.length > maxVariants) return null
  }
  return variants.includes(text) ? variants : [...variants, text]
}

/** For each character of the composed text, the ways to write it. */
export function waysOf(text: string): readonly (readonly string[])[] {
  return Array.from(text.normalize('NFC'), (character) => {
    const apart = character.normalize('NFD')
    return apart === character ? [character] : [character, apart]
  })
}
