import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isAllowedParent } from './allowed-parents.ts'

const parents = ['https://portal.example.com', 'https://*.b.example:8443', 'http://plain.example']

test.each([
  'https://portal.example.com',
  'https://PORTAL.example.com',
  'https://portal.example.com:443',
  'https://a.b.example:8443',
  'https://c.a.b.example:8443',
  'http://plain.example',
  'https://plain.example',
])('%s may talk to us', (origin) => expect(isAllowedParent(origin, parents)).toBe(true))

test.each([
  'null',
  '',
  'http://portal.example.com',
  'https://portal.example.com:8443',
  'https://portal.example.com.evil.example',
  'https://evil-portal.example.com',
  'https://b.example:8443',
  'https://.b.example:8443',
  'https://xb.example:8443',
  'https://a.b.example',
  'https://*.b.example:8443',
  'https://plain.example:8443',
  'http://plain.example:8080',
  'file://',
  'https://portal.example.com/',
  'https://portal.example.com@evil.example',
])('%s may not', (origin) => {
  expect(isAllowedParent(origin, parents)).toBe(false)
})

test('nobody is allowed by default', () => {
  expect(isAllowedParent('https://portal.example.com', [])).toBe(false)
})

test('no text is taken for an origin that was not configured', () => {
  const near = fc.stringMatching(
    /^https?:\/\/[a-z.*@:/\d-]{0,30}(portal\.example\.com|b\.example)[a-z.:\d/]{0,12}$/,
  )
  fc.assert(
    fc.property(fc.oneof(fc.string(), near), (origin) => {
      if (!isAllowedParent(origin, parents)) return
      const { protocol, hostname, port } = new URL(origin)
      const isPortal = protocol === 'https:' && hostname === 'portal.example.com' && port === ''
      const isB = protocol === 'https:' && hostname.endsWith('.b.example') && port === '8443'
      expect(isPortal || isB || hostname === 'plain.example').toBe(true)
    }),
    { numRuns: 1000 },
  )
})
