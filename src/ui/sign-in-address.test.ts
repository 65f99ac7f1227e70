import { expect, test } from 'vitest'
import { signInAddress } from './sign-in-address.ts'

const here = 'https://joblens.example/biz/2/job-instances/100/steps/200?host=1&line=4-9'
const cameFrom = (address: string | null) => new URL(address ?? '').searchParams.getAll('c_url')

test('signing in leads back to the very host and lines', () => {
  const address = signInAddress('https://login.example/login/', here)
  expect(address).toMatch(/^https:\/\/login\.example\/login\/\?c_url=https%3A%2F%2Fjoblens/)
  expect(cameFrom(address)).toEqual([here])
})

test.each([
  `${here}&find=100%25%20%26+%2B%23&anchor=abc12#fine`,
  'https://joblens.example/node-man/jobs/7/instances/host%7Cinstance%7Chost%7C1?find=%E5%A4%B1%E8%B4%A5',
  'https://joblens.example/#/task-list/7/log/host|instance|host|1',
  'https://joblens.example//elsewhere.example/?c_url=https://elsewhere.example/',
])('every character of the link comes back: %s', (link) => {
  expect(cameFrom(signInAddress('https://login.example/?app=x#form', link))).toEqual([link])
})

test('other parameters stay; a configured way back gives way to the link that was followed', () => {
  expect(signInAddress('https://login.example/?app=x', here)).toMatch(/\?app=x&c_url=/)
  expect(cameFrom(signInAddress('https://login.example/?c_url=https://portal.example/', here))).toEqual([
    here,
  ])
})

test.each(['/login', 'javascript:alert(1)', '', 'data:text/html,x'])('%j is no login page', (loginUrl) => {
  expect(signInAddress(loginUrl, here)).toBeNull()
})
