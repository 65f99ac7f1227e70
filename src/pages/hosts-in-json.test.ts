import { expect, test } from 'vitest'
import { hostsInJson } from './hosts-in-json.ts'

test('hosts of an answer keep their cloud area; a host without an address has its id', () => {
  const answer = {
    data: [{ bk_cloud_id: 2, ip: '10.0.0.1' }, { ip: '', ipv6: '2001:db8::1' }, { bk_host_id: 17 }],
  }
  expect(hostsInJson(JSON.stringify(answer))).toBe('2:10.0.0.1 2001:db8::1 17')
})

test('an id that a number cannot hold is not rounded into another host', () => {
  expect(hostsInJson('[{"bk_host_id":9223372036854775807,"note":"\\"9223372036854775807"}]')).toBe(
    '9223372036854775807',
  )
})

test('the lists of a call', () => {
  expect(hostsInJson('{"host_id_list":[101,102],"ip_list":[{"bk_cloud_id":3,"ip":"10.0.0.1"}]}')).toBe(
    '101 102 3:10.0.0.1',
  )
})

test.each(['', '10.0.0.1', '{', '[]', '{"id":1}', 'null'])('%j names none', (text) =>
  expect(hostsInJson(text)).toBeNull(),
)
