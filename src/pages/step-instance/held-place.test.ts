import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Held, holdPlace } from './held-place.ts'

const held: Held = {
  inView: [
    { key: 'a', topPx: -10 },
    { key: 'b', topPx: 36 },
    { key: 'c', topPx: 82 },
  ],
  activeKey: 'b',
}
const placeIn = (keys: readonly string[]) => (key: string) => keys.indexOf(key)

test('the host in hand stands where it stood, wherever the list puts it', () => {
  const keys = ['x', 'y', 'z', 'a', 'c', 'b']
  expect(holdPlace(held, placeIn(keys), 46)).toEqual({ scrollPx: 5 * 46 - 36, aboveHeightPx: 0 })
})

test('a host that goes to the very top needs room above it', () => {
  expect(holdPlace(held, placeIn(['b', 'a', 'c']), 46)).toEqual({ scrollPx: 0, aboveHeightPx: 36 })
})

test('when it is gone, its nearest neighbour in view is held', () => {
  expect(holdPlace(held, placeIn(['x', 'c']), 46)).toEqual({ scrollPx: 0, aboveHeightPx: 82 - 46 })
  expect(holdPlace(held, placeIn(['x']), 46)).toBe(null)
})

test('a host in hand that is out of view gives way to what is looked at', () => {
  const away = { ...held, activeKey: 'elsewhere' }
  expect(holdPlace(away, placeIn(['a', 'b', 'c', 'elsewhere']), 46)).toEqual({
    scrollPx: 10,
    aboveHeightPx: 0,
  })
})

test('what is held never moves on screen', () => {
  const keys = fc.shuffledSubarray(['a', 'b', 'c', 'x', 'y', 'z'], { minLength: 1 })
  fc.assert(
    fc.property(keys, (listed) => {
      const place = holdPlace(held, placeIn(listed), 46)
      if (place === null) return
      const tops = held.inView.filter(({ key }) => listed.includes(key))
      const moved = tops.map(
        ({ key, topPx }) => listed.indexOf(key) * 46 + place.aboveHeightPx - place.scrollPx - topPx,
      )
      expect(moved).toContain(0)
      if (listed.includes('b')) expect(moved[tops.findIndex(({ key }) => key === 'b')]).toBe(0)
    }),
  )
})
