import { expect, test } from 'vitest'
import { createWhereabouts, placeOfLine, type Spot } from './whereabouts.ts'

/** A reader whose view shows `top`, or whose rows are not here yet. */
function reader(first: Spot | null) {
  const view = { top: first }
  const guess = { place: placeOfLine(7), at: 0 }
  const seen = { top: () => view.top, bottom: () => placeOfLine(99), guess: () => guess }
  return { view, guess, whereabouts: createWhereabouts(seen) }
}

const at = (lineIndex: number, rows = 0): Spot => ({ place: placeOfLine(lineIndex), at: rows })

test('who has gone somewhere is on the way there, whatever the view shows meanwhile', () => {
  const { view, whereabouts } = reader(at(0))
  whereabouts.go(placeOfLine(90), 'center')
  const asked = whereabouts.spot()
  view.top = at(3)
  expect(whereabouts.isOnTheWay()).toBe(true)
  expect(whereabouts.spot()).toBe(asked)
  expect(asked).toEqual({ place: placeOfLine(90), at: 'center' })
})

test('who has arrived stays at that line, not at the one on top', () => {
  const { whereabouts } = reader(at(80))
  whereabouts.go(placeOfLine(90), 'center')
  whereabouts.stay(placeOfLine(90), 10)
  expect(whereabouts.isOnTheWay()).toBe(false)
  expect(whereabouts.spot()).toEqual(at(90, 10))
})

test('who moves by hand is at the row on top, taken down before other rows are here', () => {
  const { view, whereabouts } = reader(at(40, -0.5))
  whereabouts.go(placeOfLine(90), 'center')
  whereabouts.move()
  view.top = null
  expect(whereabouts.isOnTheWay()).toBe(false)
  expect(whereabouts.spot()).toEqual(at(40, -0.5))
})

test('who moves to rows that are not here is where they turn out to be, or about there', () => {
  const { view, guess, whereabouts } = reader(null)
  whereabouts.move()
  view.top = at(41)
  expect(whereabouts.spot()).toEqual(at(41))
  view.top = null
  whereabouts.move()
  expect(whereabouts.spot()).toBe(guess)
})

test('who has moved to the end is at the end; who was taken to a line there is at the line', () => {
  const { whereabouts } = reader(at(80))
  whereabouts.move()
  whereabouts.stayAtEnd()
  expect(whereabouts.spot()).toEqual({ place: placeOfLine(99), at: 'end' })
  expect(whereabouts.isOnTheWay()).toBe(false)
  whereabouts.stay(placeOfLine(90), 10)
  whereabouts.stayAtEnd()
  expect(whereabouts.spot()).toEqual(at(90, 10))
})

test('where the view is shifted, a line that was gone to is that much nearer its top', () => {
  const { view, whereabouts } = reader(at(80))
  whereabouts.stay(placeOfLine(90), 10)
  whereabouts.shift(3)
  expect(whereabouts.spot()).toEqual(at(90, 7))
  whereabouts.move()
  view.top = at(83)
  whereabouts.shift(3)
  expect(whereabouts.spot()).toEqual(at(83))
})

test('an answer that comes late is known by its spot', () => {
  const { whereabouts } = reader(at(40))
  whereabouts.go(placeOfLine(90), 'center')
  const first = whereabouts.spot()
  whereabouts.go(placeOfLine(90), 'center')
  expect(whereabouts.spot()).not.toBe(first)
  const second = whereabouts.spot()
  whereabouts.move()
  expect(whereabouts.spot()).not.toBe(second)
  expect(whereabouts.spot()).toBe(whereabouts.spot())
})
