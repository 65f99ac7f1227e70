import { expect, test } from 'vitest'
import { readReaderAddress } from '../reader-address.ts'
import { askedOfHost } from './chosen-host.ts'

const { line, search } = readReaderAddress(new URLSearchParams('line=3-7&find=timeout'))

test('lines and search of a host’s reader bring the host into the address', () => {
  expect(askedOfHost({ line }, '17', '17')).toEqual({ line, host: '17' })
  expect(askedOfHost({ search }, '17', '17')).toEqual({ search, host: '17' })
  expect(askedOfHost({ line: null }, '17', '17')).toEqual({ line: null, host: '17' })
})

test('a reader about to give way keeps what was typed and undoes no choice', () => {
  expect(askedOfHost({ search }, '17', '18')).toEqual({ search })
  expect(askedOfHost({ line, search }, '17', '18')).toEqual({ search })
  expect(askedOfHost({ line }, '17', '18')).toEqual({})
})
