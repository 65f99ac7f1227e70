import { expect, test } from 'vitest'
import { nextLeft } from './sign-in-redirect.ts'

const link = 'https://joblens.example/biz/2/job-instances/100?line=3'
const minuteMs = 60_000

/** How often a link is left when the login page always sends its reader back without a sign-in. */
function rounds(hrefs: readonly string[], everyMs: number): number {
  let kept: unknown
  let count = 0
  for (const [index, href] of hrefs.entries()) {
    const next = nextLeft(kept, href, index * everyMs)
    if (next === null) continue
    kept = next
    count += 1
  }
  return count
}

test('a link that comes back without a sign-in is not left for ever', () => {
  expect(rounds(Array(50).fill(link), 500)).toBe(2)
})

test('another link is another matter, and so is the same one some minutes later', () => {
  expect(rounds([link, link, `${link}4`, `${link}5`], 500)).toBe(4)
  expect(rounds([link, link, link, link], 6 * minuteMs)).toBe(4)
})

test.each([null, undefined, 'x', 7, [], { href: 1, times: 'x' }])(
  'kept nonsense counts as nothing: %j',
  (kept) => {
    expect(nextLeft(kept, link, 5)).toEqual({ href: link, times: 1, at: 5 })
  },
)
