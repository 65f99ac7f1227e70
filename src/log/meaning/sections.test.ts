import { expect, test } from 'vitest'
import type { LogSection } from './line-meaning.ts'
import { meaningOf } from './log-text.fixture.ts'

/** Sections as `first-last kind title`, indented by depth, `…` when open. */
function outline(lines: readonly string[]): string[] {
  return meaningOf(lines.join('\n')).sections().map(told)
}

function told({ firstLineIndex, lastLineIndex, isOpen, kind, title, depth }: LogSection): string {
  return `${'> '.repeat(depth)}${firstLineIndex}-${lastLineIndex}${isOpen ? '…' : ''} ${kind} ${title}`.trimEnd()
}

const debug = (text: string) => `[2025-09-15 08:48:46 DEBUG] ${text}`
const begin = '******* Begin of collected logs: *******'
const end = '******** End of collected logs *********'

test('pipelines fold, also inside one another and behind a time stamp', () => {
  expect(
    outline(['##[group]Run npm test', 'a', '::group::inner', 'b', '::endgroup::', '##[endgroup]', 'c']),
  ).toEqual(['0-5 group Run npm test', '> 2-4 group inner'])
  expect(
    outline(['2026-11-22T10:00:00.1234567Z ##[group]Set up', 'a', '2026-11-22T10:00:01Z ##[endgroup]']),
  ).toEqual(['0-2 group Set up'])
})

test('GitLab pairs sections by name; one line may close one and open the next', () => {
  expect(
    outline([
      'section_start:1560896352:outer\r\u001b[0K\u001b[36;1mPreparing\u001b[0;m',
      'section_start:1560896353:build[collapsed=true]\r\u001b[0KBuild',
      'a',
      'section_end:1560896354:build\r\u001b[0Ksection_start:1560896354:test\r\u001b[0K',
      'b',
      'section_end:1560896355:outer\r\u001b[0K',
    ]),
  ).toEqual(['0-5 group Preparing', '> 1-3 group Build', '> 3-4 group test'])
})

test('two blocks of collected logs are two', () => {
  expect(outline([debug(begin), 'a', end, debug(begin), 'b', end])).toEqual([
    '0-2 collected-logs',
    '3-5 collected-logs',
  ])
  expect(outline([debug('[DEBUG]'), 'a', '[DEBUGEND]', 'b'])).toEqual(['0-2 collected-logs'])
  expect(outline(['[DEBUG] maven says', 'a', 'b'])).toEqual([])
})

test('an unclosed block of collected logs ends where the next node-man message begins', () => {
  expect(outline([debug(begin), 'a', 'b', '[2025-09-15 08:48:47 ERROR] 安装 失败', 'c'])).toEqual([
    '0-2 collected-logs',
  ])
})

test('sections left open end with the log', () => {
  expect(outline(['##[group]a', 'b', 'c'])).toEqual(['0-2… group a'])
})

test('tracebacks of four lines and more fold under their head', () => {
  const chained = [
    'Traceback (most recent call last):',
    '  File "a.py", line 1',
    'KeyError: 1',
    '',
    'During handling of the above exception, another exception occurred:',
    '',
    'Traceback (most recent call last):',
    '  File "a.py", line 2',
    'ValueError: 2',
  ]
  expect(outline([...chained, 'after'])).toEqual(['0-8 traceback ValueError: 2'])
  expect(outline([debug(begin), ...chained, end])).toEqual([
    '0-10 collected-logs',
    '> 1-9 traceback ValueError: 2',
  ])
  expect(outline(chained.slice(0, 3))).toEqual([])
  const java = [
    'java.io.IOException: x',
    '\tat a.B.c(B.java:1)',
    'Caused by: java.lang.Error: y',
    '\t... 18 more',
    'after',
  ]
  expect(outline(java)).toEqual(['0-3 traceback java.io.IOException: x'])
  const go = [
    'panic: boom',
    '',
    'goroutine 1 [running]:',
    'main.main()',
    '\t/a/main.go:4 +0x1d',
    'exit status 2',
    'after',
  ]
  expect(outline(go)).toEqual(['0-5 traceback panic: boom'])
})

test('pretty JSON of eight lines and more folds', () => {
  const json = ['{', ...Array.from({ length: 6 }, (_, key) => `  "${key}": [`), '}']
  expect(outline(['head', ...json, 'after'])).toEqual(['1-8 json {'])
  expect(outline(['head', ...json.slice(2), 'after'])).toEqual([])
  expect(outline(['2026-11-22 10:00:00 INFO config: {', ...json.slice(1)])).toEqual([
    '0-7 json 2026-11-22 10:00:00 INFO config: {',
  ])
})

test('the depth of a line counts the sections it lies inside of', () => {
  const index = meaningOf(
    ['##[group]a', 'b', '##[group]c', 'd', '##[endgroup]', 'e', '##[endgroup]', 'f'].join('\n'),
  )
  expect([0, 1, 2, 3, 4, 5, 6, 7].map(index.depthAt)).toEqual([0, 1, 1, 2, 2, 1, 1, 0])
  expect(index.sectionBeginningAt(2)).toMatchObject({ title: 'c', lastLineIndex: 4 })
  expect(index.sectionBeginningAt(3)).toBeNull()
})

test('nesting is bounded: deeper openings and their closings are passed over', () => {
  const index = meaningOf(`${'##[group]x\n'.repeat(100_000)}${'##[endgroup]\n'.repeat(100_000)}after`)
  expect(index.sections()).toHaveLength(32)
  expect(index.sections().every(({ isOpen }) => !isOpen)).toBe(true)
  expect(index.sections()[0]?.lastLineIndex).toBe(199_999)
  expect(index.depthAt(100_000)).toBe(32)
})
