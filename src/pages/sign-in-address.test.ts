import { expect, test } from 'vitest'
import { signInAddress } from './sign-in-address.ts'

const here = 'https://joblens.example/biz/2/job-instances/100/steps/200?host=1&line=4-9'
const cameFrom = (address: string) => new URL(address).searchParams.getAll('c_url')

test('signing in leads back to the very host and lines', () => {
  const address = signInAddress('https://login.example/login/', here)
  expect(address).toMatch(/^https:\/\/login\.example\/login\/\?c_url=https%3A%2F%2Fjoblens/)
  expect(cameFrom(address)).toEqual([here])
})

test('what is configured stays: other parameters, and a way back of its own', () => {
  expect(signInAddress('https://login.example/?app=x', here)).toMatch(/\?app=x&c_url=/)
  expect(cameFrom(signInAddress('https://login.example/?c_url=https://portal.example/', here))).toEqual([
    'https://portal.example/',
  ])
})

test('a login address that is no whole URL is left alone', () => {
  expect(signInAddress('/login', here)).toBe('/login')
})
