import { afterEach, expect, test, vi } from 'vitest'
import { showNotice } from './system-notice.ts'

class ShownNotice extends EventTarget {
  static readonly permission = 'granted'
  static last: ShownNotice | null = null
  constructor() {
    super()
    ShownNotice.last = this
  }
}

afterEach(() => vi.unstubAllGlobals())

test('a press on a notification leaves the tab alone that happened to ask', () => {
  const open = vi.fn()
  vi.stubGlobal('Notification', ShownNotice)
  vi.stubGlobal('open', open)
  const press = (url: string) => {
    expect(showNotice({ title: 'Finished', text: 'Release', url })).toBe(true)
    const click = new Event('click', { cancelable: true })
    ShownNotice.last?.dispatchEvent(click)
    return click
  }
  const url = `${location.origin}/biz/2/job-instances/100`
  expect(press(url).defaultPrevented).toBe(true)
  expect(open).toHaveBeenCalledExactlyOnceWith(url, '_blank', 'noopener')
  // Where it is on screen already the browser brings that tab to the front.
  expect(press(location.href).defaultPrevented).toBe(false)
  expect(open).toHaveBeenCalledOnce()
})
