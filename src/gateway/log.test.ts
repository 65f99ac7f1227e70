import { expect, test } from 'vitest'
import { createLog } from './log.ts'

function linesOf(write: (log: ReturnType<typeof createLog>) => void, secrets = ['top"secret/value']) {
  const lines: string[] = []
  write(createLog({ secrets, destination: { write: (line) => lines.push(line) } }))
  return lines.join('')
}

test('one JSON object a line', () => {
  const line = linesOf((log) => log.info({ route: 'healthz', status: 200 }, 'request'))
  expect(JSON.parse(line)).toMatchObject({ route: 'healthz', status: 200, msg: 'request' })
  expect(line.endsWith('}\n')).toBe(true)
})

test('the secret is taken out wherever it stands: words, fields, addresses, causes, nested JSON', () => {
  const secret = 'top"secret/value'
  const text = linesOf((log) => {
    log.info({ deep: [{ header: JSON.stringify({ bk_app_secret: secret }) }] }, `words ${secret}`)
    log.error({ error: new Error(`x ${secret}`, { cause: new Error(encodeURIComponent(secret)) }) })
  })
  expect(text).not.toMatch(/top.{1,6}secret/)
  expect(text).toContain('[secret]')
})

test.each([
  ['{"bk_token":"user-ticket-1"}'],
  ['https://x.example/?bk_ticket=user-ticket-1&a=b'],
  [JSON.stringify(JSON.stringify({ access_token: 'user-ticket-1' }))],
])('a ticket in %s is taken out', (words) => {
  expect(linesOf((log) => log.warn(words))).not.toContain('user-ticket-1')
})

test('an error keeps its words and stack but not its other fields', () => {
  const error = Object.assign(new TypeError('odd'), { request: { cookie: 'private' } })
  const line = linesOf((log) => log.error({ error }, 'failed'))
  expect(JSON.parse(line).error).toMatchObject({
    name: 'TypeError',
    message: 'odd',
    stack: expect.any(String),
  })
  expect(line).not.toContain('private')
})
