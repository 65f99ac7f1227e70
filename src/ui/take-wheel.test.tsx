import { afterEach, beforeEach, expect, test } from 'vitest'
import { takeWheel } from './take-wheel.ts'

let scroller: HTMLElement
let stop: () => void

beforeEach(() => {
  scroller = document.createElement('div')
  scroller.style.cssText = 'height: 200px; width: 200px; overflow: auto'
  scroller.innerHTML = '<div style="height: 1000px; width: 1000px"></div>'
  document.body.append(scroller)
  stop = takeWheel(scroller, 20)
})

afterEach(() => {
  stop()
  scroller.remove()
})

/** Whether the turn was taken from the browser. */
function turn(init: WheelEventInit): boolean {
  return !scroller.dispatchEvent(new WheelEvent('wheel', { cancelable: true, bubbles: true, ...init }))
}

test('a turn scrolls at once, in pixels, lines or pages', () => {
  expect(turn({ deltaY: 100 })).toBe(true)
  expect(scroller.scrollTop).toBe(100)
  turn({ deltaY: 3, deltaMode: WheelEvent.DOM_DELTA_LINE })
  expect(scroller.scrollTop).toBe(160)
  turn({ deltaY: -1, deltaX: 0.25, deltaMode: WheelEvent.DOM_DELTA_PAGE })
  expect(scroller.scrollTop).toBe(0)
  expect(scroller.scrollLeft).toBeGreaterThan(0)
})

test('zooming, sideways turns, turns beyond an end and turns already under way are the browser’s', () => {
  expect(turn({ deltaY: 100, ctrlKey: true })).toBe(false)
  expect(turn({ deltaY: 100, shiftKey: true })).toBe(false)
  expect(turn({ deltaX: 100 })).toBe(false)
  expect(turn({ deltaY: -100 })).toBe(false)
  expect(turn({ deltaY: 100, cancelable: false })).toBe(false)
  expect(scroller.scrollTop).toBe(0)
})

test('who scrolls in another way says whether there is anything left to scroll', () => {
  stop()
  const turns: number[] = []
  stop = takeWheel(scroller, 20, (deltaPx) => turns.push(deltaPx) < 2)
  expect(turn({ deltaY: 3, deltaMode: WheelEvent.DOM_DELTA_LINE })).toBe(true)
  expect(turn({ deltaY: 100 })).toBe(false)
  expect(turns).toEqual([60, 100])
  expect(scroller.scrollTop).toBe(0)
})

test('stopped, it takes nothing', () => {
  stop()
  expect(turn({ deltaY: 100 })).toBe(false)
})
