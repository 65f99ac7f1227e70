import { expect, test } from 'vitest'
import { changeNodeManInstanceUrl, readNodeManInstanceAddress, readNodeManInstanceUrl } from './url.ts'

const nothing = readNodeManInstanceUrl('')
const rewrite = (query: string) => changeNodeManInstanceUrl('', readNodeManInstanceUrl(query))

test('step, lines and search come back from their own address', () => {
  expect(readNodeManInstanceUrl('?step=0&line=7')).toEqual({
    ...nothing,
    stepIndex: 0,
    line: { first: 7, last: 7 },
  })
  const whole = '?step=3&line=5-9&anchor=k3f9x&find=ERROR&only=1'
  expect(rewrite(whole)).toBe(whole)
  expect(rewrite('')).toBe('')
})

test('one bad field falls back without spoiling the other', () => {
  expect(readNodeManInstanceUrl('?step=-1&line=3')).toEqual({ ...nothing, line: { first: 3, last: 3 } })
  expect(readNodeManInstanceUrl('?step=2&line=0')).toEqual({ ...nothing, stepIndex: 2 })
})

test('another step leaves what is looked for, and what others put there', () => {
  const search = '?embed=v1&step=1&line=3&anchor=k3f9x&find=x'
  expect(changeNodeManInstanceUrl(search, { stepIndex: 2, line: null })).toBe('?embed=v1&step=2&find=x')
  expect(changeNodeManInstanceUrl(search, { stepIndex: null, line: null })).toBe('?embed=v1&find=x')
})

test('the bars of an instance id are part of it', () => {
  const params = { jobId: '1', instanceId: 'host|instance|host|10.0.0.3-0-0' }
  expect(readNodeManInstanceAddress(params)).toEqual({
    nodeManJobId: '1',
    instanceId: 'host|instance|host|10.0.0.3-0-0',
  })
  expect(readNodeManInstanceAddress({ jobId: '1', instanceId: '<img>' })).toBeNull()
  expect(readNodeManInstanceAddress({ jobId: 'x', instanceId: 'a|b|c|1' })).toBeNull()
})

test('an earlier attempt is part of the address, what is no id is not', () => {
  expect(readNodeManInstanceUrl('?task=11112').taskId).toBe('11112')
  expect(readNodeManInstanceUrl('?task=-1').taskId).toBeNull()
  expect(rewrite('?step=3&task=11112')).toContain('task=11112')
  expect(changeNodeManInstanceUrl('?task=11112&find=x', { taskId: null })).toBe('?find=x')
})
