import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { closingOf, errorKindOf, jobLinksIn, nodeManLinksIn, quote } from './log-findings.ts'

test.each([
  ['[2025-08-30 22:50:58 ERROR] [3803007] 远程连接失败：[Errno 111] Connect call failed', 'cause'],
  ['[2021-09-1615: 06: 45 ERROR] garbled like the document', 'cause'],
  ["[2025-08-30 22:51:30 ERROR] 安装 失败: KeyError('x')，请先尝试查看错误日志进行处理", 'cause'],
  [
    '[2025-08-30 22:51:30 ERROR] 安装 失败，请先尝试查看日志并处理，若无法解决，请联系管理员处理。',
    'closing',
  ],
  ['[2025-08-30 22:50:52 INFO] [script] ERROR] is a word', 'stray'],
  ['ERROR: what a script printed', 'stray'],
])('%s is a %s', (line, kind) => {
  expect(errorKindOf(line)).toBe(kind)
})

test('a step stopped by a person is known by its WARNING, one given up by its ERROR', () => {
  const stopped = '[2025-08-30 22:51:30 WARNING] 安装 已终止，可整体重试/重试。（details: [1]）'
  const givenUp = '[2025-08-30 22:51:30 ERROR] 任务长时间处在执行状态，已强制失败'
  expect(closingOf(['x', stopped], 10)).toMatchObject({ kind: 'stopped', line: { lineNumber: 12 } })
  expect(closingOf(['', givenUp], 0)).toMatchObject({ kind: 'given-up', line: { lineNumber: 2 } })
  expect(closingOf([givenUp.replace('ERROR', 'INFO'), '安装 已终止，可整体重试'], 0)).toBeNull()
})

test('links to the job platform are found by id, each once, whatever their host', () => {
  const log = [
    '作业任务ID为[20000000001]，点击跳转到<a href="https://job.example.com/api_execute/20000000001" target="_blank">',
    '<a href="http://evil.example/api_execute/20000000001">',
    'http://job/2/execute/step/77',
    '/api_execute/99999999999999999999 is too long to be an id',
  ].join('\n')
  expect(jobLinksIn(log)).toEqual([
    { jobInstanceId: '20000000001', businessId: null },
    { jobInstanceId: '77', businessId: '2' },
  ])
})

test('a quotation is short even when the line is not, and numbered from 1', () => {
  const found = quote(6, `[2025-08-30 22:50:58 ERROR] ${'x'.repeat(2_000_000)}`)
  expect(found.lineNumber).toBe(7)
  expect(found.text).toBe('x'.repeat(400))
})

test('no text makes it throw', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      errorKindOf(text)
      closingOf([text], 0)
      return quote(0, text).text.length <= 400 && jobLinksIn(text).length >= 0
    }),
  )
})

test('links into node-man name a job, or a host of one; encoded or not, each form', () => {
  const text = [
    '<a href="https://nodeman.example.com/#/task-list/detail/1106" target="_blank">[节点管理]</a>',
    '<a href="https://x/o/bk_nodeman/#/task-list/7/log/host|instance|host|10.0.0.3-0-0">x</a>',
    'https://x/#/task-history/8/log/host%7Cinstance%7Chost%7C123?page=1',
  ].join(' ')
  expect(nodeManLinksIn(text)).toEqual([
    { nodeManJobId: '1106', instanceId: null },
    { nodeManJobId: '7', instanceId: 'host|instance|host|10.0.0.3-0-0' },
    { nodeManJobId: '8', instanceId: 'host|instance|host|123' },
  ])
  expect(nodeManLinksIn('#/task-list/detail/12345678901234567890 #/task-list/x')).toEqual([])
})
