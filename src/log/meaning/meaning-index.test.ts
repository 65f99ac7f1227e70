import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import { severities } from './line-meaning.ts'
import { catchUp, documentOf, meaningOf } from './log-text.fixture.ts'
import { createMeaningIndex, type MeaningIndex } from './meaning-index.ts'

const encoder = new TextEncoder()

function severitiesOf(text: string): (string | null)[] {
  const index = meaningOf(text)
  return text
    .replace(/\n$/, '')
    .split('\n')
    .map((_, line) => index.severityAt(line))
}

const info = '2026-11-22 10:00:00 INFO  [main] ready'
const error = '2026-11-22 10:00:01 ERROR [main] cannot render'
const python = [
  'Traceback (most recent call last):',
  '  File "a.py", line 214, in <module>',
  '    main()',
  "KeyError: 'ports'",
]

test('lines of a traceback belong to the message that began before them, and count once', () => {
  expect(severitiesOf([info, error, ...python, info].join('\n'))).toEqual([
    'info',
    ...Array.from({ length: 5 }, () => 'error'),
    'info',
  ])
  expect(meaningOf([info, error, ...python, info].join('\n')).state().counts).toMatchObject({
    info: 2,
    error: 1,
  })
})

test('a bad line among the lines of a harmless message begins its own', () => {
  const text = [info, 'copying', 'bash: foo: command not found', 'done', info].join('\n')
  expect(severitiesOf(text)).toEqual(['info', 'info', 'error', 'info', 'info'])
  expect(meaningOf(text).find(-1, 'next', 'error')).toBe(2)
})

test('without prefixes every line is its own, but a traceback is one message', () => {
  expect(severitiesOf(['start', 'error: no disk', '  retrying', 'done'].join('\n'))).toEqual([
    null,
    'error',
    'error',
    null,
  ])
  const index = meaningOf(['start', ...python, 'done'].join('\n'))
  expect([0, 1, 2, 3, 4, 5].map(index.severityAt)).toEqual([null, 'error', 'error', 'error', 'error', null])
  expect(index.state().counts.error).toBe(1)
})

test('node-man: a line without the prefix always belongs to the message above it', () => {
  const text = [
    '[2025-09-15 08:48:46 INFO] 更新 CMDB 主机信息:',
    '{',
    '  "error": "not shown"',
    '}',
    '[2025-09-15 08:48:47 ERROR] 安装 失败',
    '- 请重试',
  ].join('\n')
  expect(severitiesOf(text)).toEqual(['info', 'info', 'info', 'info', 'error', 'error'])
})

test('markers of the job platform own nothing', () => {
  const text = [
    '[2018-03-15 14:39:30][PID:1] job_start',
    'ERROR 1205 (HY000) at line 3',
    'ok',
    'job_fail:[x]',
  ].join('\n')
  expect(severitiesOf(text)).toEqual(['info', 'error', null, 'error'])
})

test('gaps are measured from the nearest earlier line with a time', () => {
  const index = meaningOf(['2026-11-22 10:00:00 a', 'b', 'c', '2026-11-22 10:00:02,500 d'].join('\n'))
  expect(index.timeBefore(0)).toBeNull()
  expect(index.timeBefore(1)).toBeNull()
  expect(index.timeBefore(3)).toEqual({ atMs: Date.UTC(2026, 10, 22, 10), kind: 'reading' })
  expect(index.startTime()).toEqual({ atMs: Date.UTC(2026, 10, 22, 10), kind: 'reading' })
  expect(index.timeAt(1)).toBeNull()
})

test('gaps are measured between times of one kind, and between times of a day with and without a zone', () => {
  const lines = ['[    1.500000] a', '10:00:00 b', '2026-11-22 10:00:00 c', '10:00:01 d', '[    2.000000] e']
  const index = meaningOf(lines.join('\n'))
  expect(lines.map((_, line) => index.timeBefore(line)?.atMs ?? null)).toEqual([
    null,
    null,
    null,
    36_000_000,
    1500,
  ])
  const mixed = meaningOf(
    '[2026-11-22 10:00:00][PID:1] job_start\n2026-11-22T02:00:01Z b\n2026-11-22 10:00:02 c',
  )
  expect(mixed.timeBefore(1)?.kind).toBe('reading')
  expect(mixed.timeBefore(2)?.kind).toBe('instant')
})

test('lines not yet scanned are looked at alone', () => {
  const document = documentOf([info, error, ...python, info].join('\n'))
  const index = createMeaningIndex(document)
  expect(index.state().scannedLineCount).toBe(0)
  expect(index.severityAt(5)).toBe('error')
  expect(index.severityAt(6)).toBe('info')
  expect(index.timeAt(1)).not.toBeNull()
  expect(index.severityAt(7)).toBeNull()
  expect(index.severityAt(-1)).toBeNull()
})

test('the state is the same object while nothing changed', () => {
  const index = meaningOf(info)
  expect(index.state()).toBe(index.state())
  catchUp(index)
  expect(index.state()).toBe(index.state())
})

test('a replaced text is looked at from its start', () => {
  const document = documentOf(`${error}\n${info}\n`)
  const index = createMeaningIndex(document)
  catchUp(index)
  const version = document.beginVersion()
  version.write(encoder.encode(`${info}\nplain\n`))
  version.finish()
  expect(index.severityAt(0)).toBe('info')
  catchUp(index)
  expect(index.state().counts).toMatchObject({ error: 0, info: 1 })
  expect(index.find(-1, 'next', 'error')).toBeNull()
})

test('of a line longer than 8 KiB the head and the tail are looked at', () => {
  const filler = 'x'.repeat(100_000)
  expect(severitiesOf(`${filler} error: a ${filler}\n${info}`)).toEqual([null, 'info'])
  expect(severitiesOf(`${info}${filler}\n${filler} error: a`)).toEqual(['info', 'error'])
})

test('work is done in slices', () => {
  const index = createMeaningIndex(documentOf(`${info}\n`.repeat(5_000)))
  expect(index.advance(0)).toBe(false)
  expect(index.state().scannedLineCount).toBeLessThan(1_000)
  catchUp(index)
  expect(index.state().counts.info).toBe(5_000)
})

const line = fc.constantFrom(
  info,
  error,
  ...python,
  '',
  'plain',
  '2026-11-22 10:00:02 warning: slow',
  '[2025-09-15 08:48:46 INFO] x',
  '[2025-09-15 08:48:46 DEBUG] ******* Begin of collected logs: *******',
  '******** End of collected logs *********',
  '##[group]build',
  '##[endgroup]',
  'section_start:1:a\r\u001b[0Ktitle',
  'section_end:1:a\r\u001b[0K',
  '\tat a.b.C.d(C.java:1)',
  'Caused by: java.io.IOException: x',
  'panic: boom',
  'goroutine 1 [running]:',
  'main.main()',
  '{',
  '  "a": 1,',
  '  "level": "error",',
  '{"level":"warn"}',
  '===== heading',
  'Get-Item : Cannot find path.',
  'At C:\\run.ps1:3 char:1',
  '+ Get-Item',
  '  + Exception Group Traceback (most recent call last):',
  'ORA-00942: table or view does not exist',
  '【错误】磁盘',
  '  "b": 2,',
  '}',
  'error: 无法连接\r',
  '\u001b[31mERROR\u001b[0m x',
  '失败',
  'x'.repeat(9_000),
)
const logText = fc.array(line, { maxLength: 60 }).map((lines) => lines.join('\n'))

function everything(index: MeaningIndex, document: LogDocument): unknown {
  const lines = Array.from({ length: document.lineCount }, (_, place) => place)
  return {
    state: index.state(),
    severities: lines.map(index.severityAt),
    gaps: lines.map(index.timeBefore),
    depths: lines.map(index.depthAt),
    sections: index.sections(),
    next: severities.map((severity) => index.find(-1, 'next', severity)),
    worst: index.worstBetween(0, document.lineCount),
    start: index.startTime(),
  }
}

test('an object tells how serious it is before the scan has come there, and takes it back with its text', () => {
  const lines = ['plain', '{', '  "msg": "x",', '  "level": "error"', '}', 'after']
  const index = createMeaningIndex(documentOf(lines.join('\n')))
  expect(lines.map((_, line) => index.severityAt(line))).toEqual([
    null,
    ...Array.from({ length: 4 }, () => 'error'),
    null,
  ])

  const document = createLogDocument()
  const growing = createMeaningIndex(document)
  const version = document.beginVersion()
  version.write(encoder.encode('{\n  "level": 50'))
  catchUp(growing)
  expect(growing.state().counts).toMatchObject({ error: 1 })
  expect(growing.find(-1, 'next', 'error')).toBe(0)
  version.write(encoder.encode('0,\n}\n'))
  catchUp(growing)
  expect(growing.state().counts).toMatchObject({ error: 0, fatal: 1 })
  expect(growing.worstBetween(0, 1)).toBe(6)
})

test('however the bytes came, the meaning is that of the whole', () => {
  fc.assert(
    fc.property(
      logText,
      fc.boolean(),
      fc.array(fc.integer({ min: 1, max: 200 })),
      (text, endsInBreak, cuts) => {
        const bytes = encoder.encode(endsInBreak ? `${text}\n` : text)
        const document = createLogDocument()
        const index = createMeaningIndex(document, { referenceYear: 2026 })
        const version = document.beginVersion()
        let position = 0
        for (const size of cuts) {
          version.write(bytes.slice(position, position + size))
          position += size
          catchUp(index)
          index.sections()
        }
        version.write(bytes.slice(position))
        version.finish()
        catchUp(index)
        const whole = documentOf(new TextDecoder().decode(bytes))
        const fresh = createMeaningIndex(whole, { referenceYear: 2026 })
        catchUp(fresh)
        expect(everything(index, document)).toEqual(everything(fresh, whole))
      },
    ),
    { numRuns: 300 },
  )
})

test('ranges and neighbours agree with the lines themselves', () => {
  const parts = fc.array(
    fc.tuple(fc.constantFrom(info, error, 'plain', 'warning: x', ''), fc.integer({ min: 1, max: 900 })),
    { maxLength: 8 },
  )
  fc.assert(
    fc.property(
      parts,
      fc.nat(5_000),
      fc.nat(5_000),
      fc.constantFrom(...severities),
      (runs, one, other, severity) => {
        const text = runs.map(([part, count]) => `${part}\n`.repeat(count)).join('')
        const index = meaningOf(text)
        const count = index.state().scannedLineCount
        const ranks = Array.from({ length: count }, (_, place) => {
          const found = index.severityAt(place)
          return found === null ? 0 : severities.indexOf(found) + 1
        })
        const [from, to] = [Math.min(one, other), Math.max(one, other)]
        expect(index.worstBetween(from, to)).toBe(Math.max(0, ...ranks.slice(from, to)))
        const next = index.find(from, 'next', severity)
        const min = severities.indexOf(severity) + 1
        if (next !== null) expect(ranks[next]).toBeGreaterThanOrEqual(min)
        const previous =
          next === null ? index.find(count, 'previous', severity) : index.find(next + 1, 'previous', severity)
        if (next !== null) expect(previous).toBe(next)
        else expect(previous ?? -1).toBeLessThanOrEqual(from)
      },
    ),
    { numRuns: 60 },
  )
})

test('lines that the scan has not reached mean the same, in whatever order they are asked for', () => {
  const block = [info, error, ...python, 'plain words', info]
  const text = Array.from({ length: 100 }, () => block.join('\n')).join('\n')
  const scanned = severitiesOf(text)
  const index = createMeaningIndex(documentOf(text))
  const asked = [700, 0, 799, 350, ...Array.from({ length: 100 }, (_, offset) => 300 + offset)]
  for (const line of asked) expect([line, index.severityAt(line)]).toEqual([line, scanned[line]])
})

test('a long text read at once means what it means read as it grows', () => {
  const lines = Array.from({ length: 1_500 }, (_, line) => [info, error, ...python, 'done 完成\r'][line % 7])
  const text = `${lines.join('\n')}\n`
  const document = createLogDocument()
  const index = createMeaningIndex(document, { referenceYear: 2026 })
  const version = document.beginVersion()
  const bytes = encoder.encode(text)
  for (let at = 0; at < bytes.length; at += 1_000) {
    version.write(bytes.subarray(at, at + 1_000))
    catchUp(index)
  }
  const whole = meaningOf(text)
  expect(index.state()).toEqual(whole.state())
  const differing = lines.flatMap((_, line) =>
    index.severityAt(line) === whole.severityAt(line) && index.timeAt(line)?.atMs === whole.timeAt(line)?.atMs
      ? []
      : [line],
  )
  expect(differing).toEqual([])
})
