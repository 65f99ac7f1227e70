import { expect, test, vi } from 'vitest'
import { namedZones, otherZones } from './zones.ts'

function liveIn(timeZone: string): void {
  const { resolvedOptions } = Intl.DateTimeFormat.prototype
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockImplementation(function (
    this: Intl.DateTimeFormat,
  ) {
    return { ...resolvedOptions.call(this), timeZone }
  })
}

test('mine, upstream’s and UTC are offered first, each zone once', () => {
  liveIn('Europe/Berlin')
  expect(namedZones('Asia/Shanghai')).toEqual([
    { zone: 'Europe/Berlin', roles: ['browser'] },
    { zone: 'Asia/Shanghai', roles: ['logged'] },
    { zone: 'UTC', roles: [] },
  ])
  expect(namedZones('Europe/Berlin')[0]).toEqual({ zone: 'Europe/Berlin', roles: ['browser', 'logged'] })
  expect(namedZones(undefined)).toHaveLength(2)
})

test('the others do not repeat them, and have the chosen one even when the browser does not list it', () => {
  const others = otherZones([{ zone: 'Asia/Shanghai', roles: [] }], 'Etc/GMT+3')
  expect(others).toContain('Etc/GMT+3')
  expect(others).toContain('Europe/Berlin')
  expect(others).not.toContain('Asia/Shanghai')
})
