import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { findInLog, noFindings } from './log-findings.ts'

test('an ordinary log has nothing to tell', () => {
  expect(findInLog('[2021-09-16 15:06:04 INFO] 开始更新任务状态')).toEqual(noFindings)
  expect(findInLog('')).toEqual(noFindings)
})

test('the first ERROR is quoted with its line, not the closing sentence', () => {
  const log = [
    '[2025-08-30 22:50:52 INFO] 开始 安装.',
    '[2025-08-30 22:50:58 ERROR] [3803007] 远程连接失败：[Errno 111] Connect call failed',
    'Traceback (most recent call last):',
    '[2025-08-30 22:51:30 ERROR] 安装 失败，请先尝试查看日志并处理，若无法解决，请联系管理员处理。',
  ].join('\n')
  expect(findInLog(log)).toMatchObject({
    hasError: true,
    firstError: { lineNumber: 2, text: '[3803007] 远程连接失败：[Errno 111] Connect call failed' },
  })
})

test('the closing sentence alone is an error, but quotes nothing', () => {
  const log = '[2025-08-30 22:51:30 ERROR] 安装 失败，请先尝试查看日志并处理，若无法解决，请联系管理员处理。'
  expect(findInLog(log)).toMatchObject({ hasError: true, firstError: null })
})

test('a closing sentence that names its exception is quoted', () => {
  const log = "[2025-08-30 22:51:30 ERROR] 安装 失败: KeyError('x')，请先尝试查看错误日志进行处理"
  expect(findInLog(log).firstError?.text).toContain("KeyError('x')")
})

test('the word ERROR in the middle of a line is not an ERROR line', () => {
  expect(findInLog('[2025-08-30 22:50:52 INFO] [script] ERROR] is a word\nERROR: stray').hasError).toBe(false)
})

test('a stopped step is known by its WARNING', () => {
  const log = '[2025-08-30 22:51:30 WARNING] 安装 已终止，可整体重试/重试。（details: [1]）'
  expect(findInLog(log).stopped?.lineNumber).toBe(1)
})

test('links to the job platform are found by id, each once, whatever their host', () => {
  const log = [
    '作业任务ID为[20000000001]，点击跳转到<a href="https://job.example.com/api_execute/20000000001" target="_blank">',
    '<a href="http://evil.example/api_execute/20000000001">',
    'http://job/2/execute/step/77',
    '/api_execute/99999999999999999999 is too long to be an id',
  ].join('\n')
  expect(findInLog(log).jobInstanceIds).toEqual(['20000000001', '77'])
})

test('a quotation is short even when the line is not', () => {
  const found = findInLog(`[2025-08-30 22:50:58 ERROR] ${'x'.repeat(2_000_000)}`).firstError
  expect(found?.text).toHaveLength(400)
})

test('no text makes it throw', () => {
  void fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => findInLog(text).jobInstanceIds.length >= 0),
  )
})
