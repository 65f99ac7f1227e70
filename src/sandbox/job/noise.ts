/** A well-mixed unsigned 32-bit number that depends on nothing but its arguments. */
export function noise(seed: number, salt = 0): number {
  let mixed = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(salt + 0x7f4a7c15, 0xc2b2ae35)) >>> 0
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  mixed = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39)
  return (mixed ^ (mixed >>> 15)) >>> 0
}

/** A whole number in [low, high]. */
export function between(low: number, high: number, seed: number, salt = 0): number {
  return low + (noise(seed, salt) % (high - low + 1))
}

/** One of the choices, the same one every time. */
export function pick<T>(choices: readonly [T, ...T[]], seed: number, salt = 0): T {
  return choices[noise(seed, salt) % choices.length] ?? choices[0]
}

/** The items in an order nobody chose, as the platform's hash maps give them (bk-job B.3). */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  return items
    .map((item, index) => ({ item, rank: noise(index, seed) }))
    .sort((a, b) => a.rank - b.rank)
    .map(({ item }) => item)
}
