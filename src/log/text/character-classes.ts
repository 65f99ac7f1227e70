import { isInvisible } from './marks.ts'

/*
 * What a code point does to the columns of a line. Two columns: East Asian wide and full-width characters
 * (Unicode 16, EastAsianWidth.txt) and what is an emoji by itself. Ambiguous characters take one, as in every
 * terminal outside of a Chinese legacy setting.
 */

/** One column in every monospace font: Latin, Greek, Cyrillic, box drawing. */
export const plain = 0
/** One column, though the font it comes from may think otherwise. */
export const narrow = 1
/** Two columns. */
export const wide = 2
/** Joins the character before it: accents, enclosing marks. */
export const combining = 3
/** Chooses the look of the character before it, U+FE00–FE0F. */
export const variation = 4
/** A skin tone: joins an emoji, else an emoji by itself. */
export const tone = 5
/** Half of a flag. */
export const regional = 6
/** A Korean vowel or final consonant that joins the letter before it. */
export const jamo = 7
/** Shown as a mark. */
export const invisible = 8
export const tab = 9

/** First and last code points, without the emoji, which the engine knows by itself. */
const wideRanges = [
  0x1100, 0x115f, 0x2329, 0x232a, 0x2e80, 0x303e, 0x3041, 0x3247, 0x3250, 0xa4cf, 0xa960, 0xa97c, 0xac00,
  0xd7a3, 0xf900, 0xfaff, 0xfe10, 0xfe19, 0xfe30, 0xfe6b, 0xff01, 0xff60, 0xffe0, 0xffe6, 0x16fe0, 0x1b2fb,
  0x1f200, 0x1f265, 0x20000, 0x3fffd,
]
const plainRanges = [
  0x20, 0x7e, 0xa0, 0x2ff, 0x370, 0x482, 0x48a, 0x52f, 0x1e00, 0x1fff, 0x2010, 0x2027, 0x2500, 0x259f,
]

/** Classes of 256 code points, made when the first of them is met. */
const pages: (Uint8Array | undefined)[] = []

/** The class of a code point, one of the constants above. */
export function classOf(code: number): number {
  const page = pages[code >> 8] ?? makePage(code >> 8)
  return page[code & 255] ?? narrow
}

function makePage(number: number): Uint8Array {
  const page = Uint8Array.from({ length: 256 }, (_, index) => findClass(number * 256 + index))
  pages[number] = page
  return page
}

function findClass(code: number): number {
  const character = String.fromCodePoint(code)
  if (code === 9) return tab
  if (isInvisible(character)) return invisible
  if (code >= 0xfe00 && code <= 0xfe0f) return variation
  if (/\p{Mn}|\p{Me}/u.test(character)) return combining
  if (/\p{Emoji_Modifier}/u.test(character)) return tone
  if (/\p{Regional_Indicator}/u.test(character)) return regional
  if ((code > 0x1160 && code <= 0x11ff) || (code >= 0xd7b0 && code <= 0xd7fb)) return jamo
  if (isIn(wideRanges, code) || /\p{Emoji_Presentation}/u.test(character)) return wide
  return isIn(plainRanges, code) ? plain : narrow
}

function isIn(ranges: readonly number[], code: number): boolean {
  for (let index = 0; index < ranges.length; index += 2) {
    if (code < (ranges[index] ?? 0)) return false
    if (code <= (ranges[index + 1] ?? 0)) return true
  }
  return false
}
