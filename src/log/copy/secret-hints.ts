/*
 * Nearly no line of a log holds a secret. Three letters in a row from every word a secret begins with, chosen to be
 * rare in logs, tell where it is worth looking closer: one step per character, ten times faster than the pattern
 * that knows all those words.
 */
const hints =
  'pas pwd ecr oke key k_t ede uth bea :// :\\/ kia sia kid lta ghp gho ghu ghs ghr b_p lpa lpt ldt lrt lft lcb gla xox xap eyj sql iad shp s-c rl_ ogi p_a rgs tif k/s e-l'
    .split(' ')
    .map((hint) => (hint === 'rl_' ? 'rl ' : hint))
const wideHints = ['密码', '口令', '密钥', '令牌']

/** Characters fold into less than 64 classes, 0 for all that are in no hint: three of them make 18 bits. */
const classes = new Uint8Array(0x10000)
const table = new Uint8Array(1 << 18)
let classCount = 0

for (const character of [...hints, ...wideHints].join('')) {
  const code = character.charCodeAt(0)
  if (classes[code] !== 0) continue
  classCount += 1
  classes[code] = classCount
  classes[character.toUpperCase().charCodeAt(0)] = classCount
}
for (const hint of hints) table[keyOf(hint)] = 1
for (const hint of wideHints)
  for (let before = 0; before < 64; before += 1) table[(before << 12) | keyOf(hint)] = 1

function keyOf(text: string): number {
  let key = 0
  for (let index = 0; index < text.length; index += 1) key = (key << 6) | classAt(text, index)
  return key
}

function classAt(text: string, index: number): number {
  return classes[text.charCodeAt(index)] ?? 0
}

/** Where at or after `from` a line may hold a secret: a place inside its first telling word. -1 for nowhere. */
export function nextHint(text: string, from: number): number {
  let key = 0
  for (let index = from; index < text.length; index += 1) {
    key = ((key << 6) | (classes[text.charCodeAt(index)] ?? 0)) & 0x3ffff
    if (table[key] === 1) return index
  }
  return -1
}
