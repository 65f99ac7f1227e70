import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAddress } from '#contract'
import { readReaderAddress } from '../reader-address.ts'
import {
  changeRail,
  changeView,
  defaultSort,
  type FileStepChange,
  hostOrders,
  noFilters,
  noTransferChoice,
  type RailView,
  readAddress,
  readQuery,
  transferColumns,
  withoutPart,
} from './url.ts'

const empty = {
  host: null,
  hosts: '',
  ...readReaderAddress(new URLSearchParams()),
  filter: '',
  status: '',
  q: '',
  sort: null,
  transfer: null,
}

test('an empty query is the default view, and the default view writes nothing', () => {
  expect(readQuery('').view).toEqual(empty)
  expect(changeView('', empty)).toBe('')
})

test('a link names host, lines and filters', () => {
  const view = readQuery('?host=0%3A10.0.0.1&line=12-40&filter=10.0&status=failed&q=%2Ftmp&sort=-size').view
  expect(view).toEqual({
    ...empty,
    host: '0:10.0.0.1',
    line: { first: 12, last: 40 },
    filter: '10.0',
    status: 'failed',
    q: '/tmp',
    sort: { columnId: 'size', descending: true },
  })
})

test('one bad field falls back alone', () => {
  const view = readQuery('?host=17&line=abc&status=nonsense&sort=colour&q=ok').view
  expect(view).toEqual({ ...empty, host: '17', q: 'ok' })
})

test('a megabyte that should name a host is as if it were not there', () => {
  const huge = 'x'.repeat(1_000_000)
  expect(readQuery(`?host=${huge}&hosts=${huge}&transfer=${huge}`).view).toEqual(empty)
})

test('what somebody filters by is as long as it is: not in force, it would show every host', () => {
  const pasted = Array.from({ length: 2000 }, (_, host) => `10.0.${host >> 8}.${host & 255}`).join('\n')
  expect(readQuery(changeRail('', { filter: pasted })).rail.filter).toBe(pasted)
  expect(readQuery(changeView('', { q: pasted })).view.q).toBe(pasted)
})

test('changing one field keeps the others, also those of other readers', () => {
  const search = '?embed=v1&executeCount=2&retryCount=1&batch=3&host=1&line=4'
  expect(changeView(search, { host: '2', line: null })).toBe(
    '?embed=v1&executeCount=2&retryCount=1&batch=3&host=2',
  )
})

test('from host to host what is looked for stays, the line does not', () => {
  const search = '?host=1&line=4&anchor=k3f9x&find=timeout&find-as=c&only=1'
  expect(changeView(search, { host: '2', line: null })).toBe('?host=2&find=timeout&find-as=c&only=1')
})

test('the reader has its own fields, beside the filters of rail and table', () => {
  const view = readQuery('?filter=10.0&q=tmp&find=x&line=3').view
  expect([view.filter, view.q, view.search.query.text, view.line]).toEqual([
    '10.0',
    'tmp',
    'x',
    { first: 3, last: 3 },
  ])
  expect(changeView('?filter=10.0&q=tmp', { search: view.search })).toBe('?filter=10.0&q=tmp&find=x')
})

test('every view survives being written and read', () => {
  const word = fc.string({ maxLength: 60 })
  const view = fc.record({
    // An address alone is no key: it comes back as one.
    host: fc.option(fc.string({ minLength: 1, maxLength: 60 }).filter((text) => !isAddress(text))),
    hosts: word,
    line: fc.option(fc.integer({ min: 1, max: 1e9 }).map((line) => ({ first: line, last: line + 7 }))),
    search: word.map((text) => ({ ...empty.search, query: { ...empty.search.query, text } })),
    filter: word,
    status: fc.constantFrom('', 'failed', '104'),
    q: word,
    sort: fc.option(fc.record({ columnId: fc.constantFrom(...transferColumns), descending: fc.boolean() })),
    transfer: fc.option(fc.string({ minLength: 1, maxLength: 60 })),
  })
  fc.assert(
    fc.property(view, (one) => {
      expect(readQuery(changeView('', one)).view).toEqual(one)
    }),
  )
})

test('the path must hold ids: nothing is asked about anything else', () => {
  const params = {
    scopeType: 'biz',
    scopeId: '1',
    jobInstanceId: '100',
    stepInstanceId: '9223372036854775807',
  }
  expect(readAddress(params)).toEqual({
    scope: { type: 'biz', id: '1' },
    jobInstanceId: '100',
    stepInstanceId: '9223372036854775807',
  })
  expect(readAddress({ ...params, stepInstanceId: '9223372036854775808' })).toBeNull()
  expect(readAddress({ ...params, jobInstanceId: '1.5' })).toBeNull()
  expect(readAddress({ ...params, scopeType: 'planet' })).toBeNull()
  expect(readAddress({})).toBeNull()
})

test.each([
  ['17', '17'],
  ['0:10.0.0.1', '0:10.0.0.1'],
  ['10.0.0.1', '0:10.0.0.1'],
  ['fe80::1', '0:fe80::1'],
  ['container:9', 'container:9'],
])('host=%s names the host %s', (host, key) => {
  expect(readQuery(`?host=${host}`).view.host).toBe(key)
})

describe('rail', () => {
  const nothing: RailView = { ...noFilters, grouped: false, shut: '', sort: defaultSort, selected: '' }

  test('an empty query is the rail nobody has touched', () => {
    expect(readQuery('').rail).toEqual(nothing)
  })

  test('every field is read', () => {
    const search =
      '?filter=10.0&hosts=1+0%3A10.0.0.2&status=failed&exit=-1&cloud=3&tag=ready&log=none&straggler=slow&group=result&order=-duration&selected=%5B1-3%5D&shut=9%3A%0A104%3Ax'
    expect(readQuery(search).rail).toEqual({
      ...{
        filter: '10.0',
        hosts: '1 0:10.0.0.2',
        status: 'failed',
        exit: -1,
        cloud: '3',
        tag: 'ready',
        noLog: true,
      },
      ...{ straggler: 'slow', grouped: true, sort: { by: 'duration', descending: true }, selected: '[1-3]' },
      shut: '9:\n104:x',
    })
  })

  test('a bad field falls back alone', () => {
    expect(
      readQuery('?exit=x&cloud=-1&order=colour&straggler=maybe&group=1&status=odd&log=all&tag=a').rail,
    ).toEqual({
      ...nothing,
      tag: 'a',
    })
  })

  test('hosts without a tag are not the same as all hosts', () => {
    expect(readQuery('?tag=').rail.tag).toBe('')
    expect(changeRail('', { tag: '' })).toBe('?tag=')
    expect(changeRail('?tag=a', { tag: null })).toBe('')
  })

  test('other parameters stay, defaults are left out', () => {
    expect(changeRail('?embed=v1&host=3&exit=1', { exit: null, grouped: true })).toBe(
      '?embed=v1&host=3&group=result',
    )
    expect(changeRail('?order=size', { sort: defaultSort })).toBe('')
  })

  test('what is written is read again', () => {
    const view = fc.record({
      filter: fc.string({ maxLength: 40, minLength: 1 }),
      hosts: fc.constantFrom('', '1 0:10.0.0.2'),
      status: fc.constantFrom('', 'failed', '104'),
      exit: fc.option(fc.integer({ min: -999, max: 99_999 })),
      cloud: fc.constantFrom('', '0', '17'),
      tag: fc.option(fc.string({ maxLength: 40 })),
      noLog: fc.boolean(),
      straggler: fc.constantFrom('' as const, 'slow' as const, 'silent' as const, 'any' as const),
      grouped: fc.boolean(),
      shut: fc.string({ maxLength: 40 }),
      sort: fc.record({ by: fc.constantFrom(...hostOrders), descending: fc.boolean() }),
      selected: fc.constantFrom('', '[1-3] 0:10.0.0.[1-2,9]'),
    })
    fc.assert(
      fc.property(view, (one) => {
        expect(readQuery(changeRail('', one)).rail).toEqual(one)
      }),
    )
  })
})

describe('transfers', () => {
  test('what a change writes is read back, and clearing leaves nothing', () => {
    const choice = {
      group: 'file',
      show: 'overview',
      from: '1',
      to: '0:10.0.0.7',
      file: '/data/a b&c.tar',
      reason: '203:File … does not exist',
    } as const
    const change: FileStepChange = choice
    const written = changeView('?embed=v1', change)
    expect(readQuery(written).transfers).toEqual(choice)
    const cleared: FileStepChange = noTransferChoice
    expect(changeView(written, cleared)).toBe('?embed=v1')
  })

  test('one bad field never spoils the others', () => {
    expect(readQuery(`?group=colour&show=1&from=${'9'.repeat(300)}&to=7`).transfers).toEqual({
      ...noTransferChoice,
      to: '7',
    })
  })
})

describe('part', () => {
  test.each([
    ['', {}],
    ['?executeCount=0', { executeCount: 0 }],
    ['?retryCount=2&batch=3', { executeCount: 2, batch: 3 }],
    ['?executeCount=1&retryCount=2', { executeCount: 1 }],
    ['?batch=0', {}],
    ['?executeCount=-1&batch=x', {}],
  ])('%s', (search, part) => {
    expect(readQuery(search).part).toEqual(part)
  })

  test('the whole step keeps the rest of the view', () => {
    expect(withoutPart('?executeCount=0&host=7&batch=2')).toBe('?host=7')
    expect(withoutPart('?batch=2')).toBe('')
  })
})
