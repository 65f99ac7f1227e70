import { expect, test } from 'vitest'
import { hostsInJson } from './hosts-in-json.ts'

test('hosts of an answer keep their cloud area; a host without an address has its id', () => {
  const answer = {
    data: [{ bk_cloud_id: 2, ip: '10.0.0.1' }, { ip: '', ipv6: '2001:db8::1' }, { bk_host_id: 17 }],
  }
  expect(hostsInJson(JSON.stringify(answer))).toBe('2:10.0.0.1 2001:db8::1 17')
})

test('an id that JSON cannot hold is not rounded into another host', () => {
  expect(hostsInJson('[{"bk_host_id":9223372036854775807}]')).toBeNull()
})

test.each(['', '10.0.0.1', '{', '[]', '{"id":1}', 'null'])('%j names none', (text) =>
  expect(hostsInJson(text)).toBeNull(),
)
