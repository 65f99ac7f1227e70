import { expect, test } from 'vitest'
import { createTestGateway } from './gateway.fixture.ts'

const names = 'Joblens.example.com, tools.example.com'

async function statusOf(url: string, headers: Record<string, string> = {}, hosts = names) {
  const { gateway, upstreamRequests } = createTestGateway({ environment: { JOBLENS_PUBLIC_HOSTS: hosts } })
  const { status } = await gateway.fetch(new Request(url, { headers }))
  if (status === 421) expect(upstreamRequests).toEqual([])
  return status
}

const scopes = '/api/scopes'

test.each([
  ['http://joblens.example.com', {}],
  ['https://TOOLS.example.com:8443', {}],
  ['http://joblens.example.com.', {}],
  ['http://joblens.example.com', { 'x-forwarded-host': 'tools.example.com:443, inner' }],
  ['http://10.0.0.7:5000', {}],
  ['http://[fd00::7]:5000', { 'x-forwarded-host': 'joblens.example.com' }],
  ['http://localhost:5000', {}],
])('%s %j is one of ours', async (origin, headers) => {
  expect(await statusOf(origin + scopes, headers)).toBe(200)
})

test.each([
  ['http://evil.example', {}],
  ['http://joblens.example.com.evil.example', {}],
  ['http://sub.joblens.example.com', {}],
  ['http://evil.example', { 'x-forwarded-host': 'joblens.example.com' }],
  ['http://joblens.example.com', { 'x-forwarded-host': 'evil.example' }],
  ['http://joblens.example.com', { 'x-forwarded-host': 'a b' }],
  ['http://localhost.evil.example', {}],
  ['http://10.0.0.7.evil.example', {}],
])('%s %j is not, and nobody upstream hears of it', async (origin, headers) => {
  expect(await statusOf(origin + scopes, headers)).toBe(421)
  expect(await statusOf(`${origin}/`, headers)).toBe(421)
})

test('whoever looks after it comes by whatever name', async () => {
  expect(await statusOf('http://evil.example/ready?only=self')).toBe(200)
})

test('without a list every name is ours', async () => {
  const { gateway } = createTestGateway()
  expect((await gateway.fetch(new Request(`http://evil.example${scopes}`))).status).toBe(200)
})
