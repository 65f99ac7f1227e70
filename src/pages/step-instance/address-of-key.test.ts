import { expect, test } from 'vitest'
import { hostOfKey } from '../host-of-key.ts'
import { addressOfKey } from './address-of-key.ts'
import { rowOfObject } from './host-rows.ts'
import { hostOf, transferOf } from './step-instance.fixture.ts'

const typed = [rowOfObject('2', hostOfKey('2'))]

test('a host typed as an id is called by the address its transfers tell', () => {
  expect(addressOfKey('2', typed, [transferOf(9), transferOf(2)])).toBe('10.0.0.2')
  expect(addressOfKey('1', typed, [transferOf(9)])).toBe('10.0.0.1')
})

test('the rail knows best; where nobody knows, the key stands for itself', () => {
  expect(addressOfKey('3', [rowOfObject('3', hostOf(3))], [])).toBe('10.0.0.3')
  expect(addressOfKey('2', typed, [transferOf(9)])).toBe('2')
  expect(addressOfKey('0:10.0.0.7', [], [])).toBe('0:10.0.0.7')
})
