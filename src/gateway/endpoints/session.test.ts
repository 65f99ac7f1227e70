import { expect, test } from 'vitest'
import { sessionSchema } from '#contract'
import { createTestGateway, realEnvironment } from '../gateway.fixture.ts'

async function userWith(cookie: string, environment: Record<string, string> = realEnvironment) {
  const { get, upstreamRequests } = createTestGateway({ environment })
  const answer = await get('/api/session', cookie === '' ? {} : { headers: { cookie } })
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(upstreamRequests).toEqual([])
  return sessionSchema.parse(await answer.json()).user
}

test('nobody is signed in without a ticket', async () => {
  expect(await userWith('')).toBeNull()
  expect(await userWith('bk_ticket=another-cookie')).toBeNull()
})

test('a sign-in is noticed, and so is the next one; the ticket itself is not told', async () => {
  const before = await userWith('bk_token=ticket-1')
  expect(before).toMatch(/^[0-9a-f]{12}$/)
  expect(await userWith('bk_token=ticket-1')).toBe(before)
  expect(await userWith('bk_token=ticket-2')).not.toBe(before)
})

test('where everybody is somebody, nobody has to sign in', async () => {
  const everybody = { JOBLENS_ACT_AS: 'reader', JOBLENS_ACT_AS_CONFIRM: 'reader' }
  expect(await userWith('', { ...realEnvironment, ...everybody })).not.toBeNull()
  expect(await userWith('', {})).not.toBeNull()
})
