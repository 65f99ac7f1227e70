import { expect, test } from 'vitest'
import { meaningOf } from './log-text.fixture.ts'

/** Each line's severity, `>` before those that begin a message. */
function told(lines: readonly string[]): string[] {
  const index = meaningOf(lines.join('\n'))
  return lines.map((_, line) => {
    const severity = index.severityAt(line) ?? '-'
    return index.beginsMessageAt(line) && severity !== '-' ? `> ${severity}` : severity
  })
}

const object = '{"level":"error","msg":"upstream closed"}'
const error = '2026-11-22 10:00:01 ERROR [main] cannot render'
const info = '2026-11-22 10:00:00 INFO  [main] ready'
const pretty = (...fields: readonly string[]) => ['{', ...fields.map((field) => `  ${field}`), '}']

const docker = '{"log":"GET /","stream":"stdout","time":"2026-11-22T10:00:02Z"}'
const echoes = Array.from({ length: 60 }, (_, line) => `echo ${line}`)

test.each([
  ['an object with a time of its own is nobody’s', [error, docker], ['> error', '-']],
  [
    'what a script prints behind one error is not all of it an error',
    [error, ...echoes],
    ['> error', ...echoes.map((_, line) => (line < 50 ? 'error' : '-'))],
  ],
  ['an object on one line owns nothing', [object, 'words', '  indented'], ['> error', '-', '-']],
  [
    'a blank line ends what is owned, but for indented lines',
    [error, 'owned', '', '  owned too', 'not owned', '  nor this'],
    ['> error', 'error', '-', 'error', '-', '-'],
  ],
  ['a heading is its own', [error, '===== words =====', 'done'], ['> error', '-', '-']],
  ['so is a ruler', [error, '----------', 'done'], ['> error', '-', '-']],
  ['and one of number signs', [error, '##### 2 failed', 'done'], ['> error', '> error', '-']],
  [
    'three are a difference, or a rule of Markdown',
    [error, '--- a/file', '+++ b/file'],
    ['> error', 'error', 'error'],
  ],
  [
    'a line with another severity begins a message, and the owner goes on',
    [error, 'disk: warning, 97% full', 'as before'],
    ['> error', '> warning', 'error'],
  ],
  [
    'a warning among the lines of a harmless message',
    [info, 'disk: warning, 97% full', 'as before'],
    ['> info', '> warning', 'info'],
  ],
  ['a line that says the same goes on', [error, 'the copy failed'], ['> error', 'error']],
  [
    'a level between brackets begins a message, whatever stands behind it',
    [error, '【错误】磁盘 /data 使用率 97%', '【警告】NTP 偏移 90 毫秒', '[ERROR]again'],
    ['> error', '> error', '> warning', '> error'],
  ],
  [
    'an object on many lines is one message, as severe as its field says',
    [object, ...pretty('"msg": "failed",', '"level": "warn",', '"error": "x"'), 'after'],
    ['> error', '> warning', 'warning', 'warning', 'warning', 'warning', '-'],
  ],
  [
    'also behind a message that would own it otherwise',
    [error, ...pretty('"level": "info"'), 'after'],
    ['> error', '> info', 'info', 'info', '-'],
  ],
  [
    'without a field for it, it belongs to the message before',
    [error, ...pretty('"a": 1'), 'after'],
    ['> error', 'error', 'error', 'error', 'error'],
  ],
  [
    'on its own, its lines of trouble begin messages',
    pretty('"a": 1,', '"error": "no disk"'),
    ['-', '-', '> error', '-'],
  ],
  [
    'the level of something inside it is not its own',
    pretty('"a": {', '  "level": "error"', '}'),
    ['-', '-', '> error', '-', '-'],
  ],
  [
    'a field far from the top is not looked at',
    pretty(...Array.from({ length: 12 }, (_, key) => `"${key}": 1,`), '"level": "fatal"'),
    Array.from({ length: 15 }, () => '-'),
  ],
  [
    'node-man: everything belongs to the message above, as ever',
    ['[2025-09-15 08:48:46 INFO] 更新', ...pretty('"level": "error"'), '', '===== a', 'failed'],
    ['> info', ...Array.from({ length: 6 }, () => 'info')],
  ],
  [
    'tracebacks go on over blank lines and with causes',
    [
      error,
      'Traceback (most recent call last):',
      '  File "a.py", line 1',
      'KeyError: 1',
      '',
      'During handling of the above exception, another exception occurred:',
      '',
      'Traceback (most recent call last):',
      '  File "a.py", line 2',
      'ValueError: 2',
      'after',
    ],
    ['> error', ...Array.from({ length: 9 }, () => 'error'), '-'],
  ],
  [
    'what PowerShell tells of an error belongs to it',
    [
      'Get-Item : Cannot find path.',
      'At C:\\run.ps1:3 char:1',
      '+ Get-Item C:\\app',
      '+ ~~~~~~~~~~~~~~~',
      '    + CategoryInfo          : ObjectNotFound: (C:\\app:String), ItemNotFoundException',
      '    + FullyQualifiedErrorId : PathNotFound',
      'after',
    ],
    ['> error', ...Array.from({ length: 5 }, () => 'error'), '-'],
  ],
  [
    'a group of exceptions is one message',
    [
      '  + Exception Group Traceback (most recent call last):',
      '  |   File "a.py", line 1, in <module>',
      '  | ExceptionGroup: two (2 sub-exceptions)',
      '  +-+---------------- 1 ----------------',
      '    | Traceback (most recent call last):',
      '    | ValueError: 1',
      '    +------------------------------------',
      'after',
    ],
    ['> error', ...Array.from({ length: 6 }, () => 'error'), '-'],
  ],
  [
    'the source line that throws is not a second error',
    ['/app/a.js:3', '    throw new Error("boom")', '', 'Error: boom', '    at f (/app/a.js:3:11)'],
    ['-', '-', '-', '> error', 'error'],
  ],
  ['a word like a marker is none', ['job_started ok', 'job_failure 0'], ['-', '-']],
  [
    'a stack trace with its cause belongs to its message',
    [
      error,
      'java.lang.IllegalStateException: x',
      '\tat a.B.c(B.java:1)',
      'Caused by: java.io.IOException: y',
    ],
    ['> error', 'error', 'error', 'error'],
  ],
])('%s', (_, lines, expected) => {
  expect(told(lines)).toEqual(expected)
})

test('of an object with a level, only the first line counts', () => {
  const index = meaningOf([...pretty('"error": "x",', '"level": "error"'), 'after'].join('\n'))
  expect(index.state().counts).toMatchObject({ error: 1 })
  expect(index.find(-1, 'next', 'error')).toBe(0)
  expect(index.find(0, 'next', 'error')).toBeNull()
  expect(index.worstBetween(0, 1)).toBe(5)
})
