import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createLogDocument, type LogDocument } from '../log-document.ts'
import { decodeText } from '../text/decode-text.ts'
import { piecesOf } from '../text/line-pieces.ts'
import { playText } from '../text/play-text.ts'
import type { CopyOptions, LineRange, TextRange } from './copy-options.ts'
import { copyText } from './copy-text.ts'
import { maskSecrets } from './mask-secrets.ts'
import { createSecretState } from './secret.ts'

const esc = '\u001b['
const everything: readonly LineRange[] = [{ firstLineIndex: 0, lastLineIndex: Number.MAX_SAFE_INTEGER }]
const work = { breathe: () => Promise.resolve() }

function documentOf(text: string | Uint8Array<ArrayBuffer>, pieceBytes = 100_000): LogDocument {
  const document = createLogDocument()
  const version = document.beginVersion()
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  for (let start = 0; start < bytes.length; start += pieceBytes) {
    version.write(bytes.subarray(start, start + pieceBytes))
  }
  version.finish()
  return document
}

async function copy(
  document: LogDocument,
  form: CopyOptions['form'],
  isMasked: boolean,
  ranges: TextRange | readonly LineRange[] = everything,
) {
  const { blob, lineCount, maskedCount } = await copyText(document, ranges, { form, isMasked }, work)
  return { text: await blob.text(), lineCount, maskedCount }
}

function range(from: readonly [number, number, number], to: readonly [number, number, number]): TextRange {
  const place = ([lineIndex, pieceIndex, offset]: readonly [number, number, number]) => ({
    lineIndex,
    pieceIndex,
    offset,
  })
  return { from: place(from), to: place(to) }
}

const log = [
  'plain line',
  `${esc}31mred starts`,
  `goes on ${esc}1mbold${esc}0m`,
  'load 10%\rload 55%\rload 100%',
  'a windows line\r',
  `token=${esc}32mabc${esc}0mdef next`,
  '最后一行',
].join('\n')

test('plain is what is shown', async () => {
  expect(await copy(documentOf(`${log}\n`), 'plain', false)).toEqual({
    text: 'plain line\nred starts\ngoes on bold\nload 100%\na windows line\ntoken=abcdef next\n最后一行\n',
    lineCount: 7,
    maskedCount: 0,
  })
})

test('a last line without a break stays so', async () => {
  expect((await copy(documentOf('a\nb'), 'plain', true)).text).toBe('a\nb')
})

test('ansi has the colours and nothing else', async () => {
  expect((await copy(documentOf(log), 'ansi', true)).text).toBe(
    [
      'plain line',
      `${esc}0;31mred starts`,
      `goes on ${esc}0;1;31mbold${esc}0m`,
      'load 100%',
      'a windows line',
      'token=•••• next',
      '最后一行',
    ]
      .join('\n')
      .replace('token=', `token=${esc}0;32m`)
      .replace(' next', `${esc}0m next`),
  )
})

test('ansi begins in the style carried into the range and ends without one', async () => {
  const lines = [{ firstLineIndex: 2, lastLineIndex: 2 }]
  const { text } = await copy(documentOf(`${esc}48;2;1;2;3;93mx\n\ny\nz`), 'ansi', true, lines)
  expect(text).toBe(`${esc}0;93;48;2;1;2;3my\n${esc}0m`)
})

test('raw is the bytes as they came, secrets masked and colours kept', async () => {
  const expected = log.replace('abc', '••••').replace('def', '')
  expect(await copy(documentOf(log), 'raw', true)).toEqual({ text: expected, lineCount: 7, maskedCount: 1 })
})

test('raw and whole is byte for byte the same', async () => {
  const bytes = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7 + (index >> 3)) & 255)
  const { blob } = await copyText(documentOf(bytes), everything, { form: 'raw', isMasked: false }, work)
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(bytes)
})

test('raw and masked keeps bytes that are no UTF-8 in all other lines', async () => {
  const bytes = Uint8Array.from([0xff, 0xfe, 10, ...new TextEncoder().encode('pwd=x1'), 10, 0xc3, 10])
  const { blob } = await copyText(documentOf(bytes), everything, { form: 'raw', isMasked: true }, work)
  const masked = new TextEncoder().encode('pwd=••••')
  expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([0xff, 0xfe, 10, ...masked, 10, 0xc3, 10])
})

test.each(['password=xxxx\r........=hunter2\rpassword', 'p\bpa\bas\bss\bsw\bwo\bor\brd\bd=\b=hunter2'])(
  'a secret that only comes about on the screen is not in the raw copy: %j',
  async (line) => {
    const { text, maskedCount } = await copy(documentOf(`a\n${line}\nb\n`), 'raw', true)
    expect(text).not.toContain('hunter2')
    expect(maskedCount).toBeGreaterThan(0)
  },
)

test('the address of a link is masked in the raw copy', async () => {
  const line = (address: string) => `see \u001b]8;;${address}\u0007here\u001b]8;;\u0007 and on`
  const document = documentOf(`${line('https://u:hunter2@h/?token=hunter2')}\n`)
  expect(await copy(document, 'raw', true)).toEqual({
    text: `${line('https://u:••••@h/?token=••••')}\n`,
    lineCount: 1,
    maskedCount: 2,
  })
})

test('a state that was written over is masked in the raw copy', async () => {
  const { text } = await copy(documentOf('password=hunter2\rdone            '), 'raw', true)
  expect(text).toBe('password=••••\rdone            ')
})

test.each(['plain', 'ansi', 'raw'] as const)('%s: a part of a line, a part of a secret', async (form) => {
  const document = documentOf('first line\npassword=hunter2 end\nthird line\n')
  const part = (from: readonly [number, number, number], to: readonly [number, number, number]) =>
    copy(document, form, true, range(from, to))
  expect(await part([0, 0, 6], [2, 0, 5])).toEqual({
    text: 'line\npassword=•••• end\nthird',
    lineCount: 3,
    maskedCount: 1,
  })
  expect(await part([1, 0, 11], [1, 0, 13])).toEqual({ text: '••••', lineCount: 1, maskedCount: 1 })
  expect(await part([1, 0, 0], [1, 0, 8])).toEqual({ text: 'password', lineCount: 1, maskedCount: 0 })
  expect(await part([0, 0, 0], [1, 0, 0])).toEqual({ text: 'first line\n', lineCount: 1, maskedCount: 0 })
  expect(await part([2, 0, 6], [9, 0, 0])).toEqual({ text: 'line\n', lineCount: 1, maskedCount: 0 })
  expect(await part([2, 0, 6], [1, 0, 0])).toEqual({ text: '', lineCount: 0, maskedCount: 0 })
})

test('raw: a part of a line has the sequences at its ends', async () => {
  const document = documentOf(`say ${esc}31mred${esc}0m now`)
  expect((await copy(document, 'raw', true, range([0, 0, 4], [0, 0, 7]))).text).toBe(`${esc}31mred${esc}0m`)
})

test('lines that a filter shows', async () => {
  const lines = [
    { firstLineIndex: 1, lastLineIndex: 2 },
    { firstLineIndex: 4, lastLineIndex: 99 },
  ]
  expect(await copy(documentOf('0\n1\n2\n3\n4\n5\n'), 'plain', true, lines)).toEqual({
    text: '1\n2\n4\n5\n',
    lineCount: 4,
    maskedCount: 0,
  })
})

const keyBody = 'MIIEowIBAAKCAQEAn0mE8lXw6vH0y1dYJ2zZ5XbWm0kq4l7vCkY2m2s1r0l2QFJx'
const key = ['-----BEGIN PRIVATE KEY-----', keyBody, keyBody, keyBody, '-----END PRIVATE KEY-----', '']

test('a copy that begins inside of a private key', async () => {
  const document = documentOf(`x\n${key.join('\n')}`)
  const inside = [{ firstLineIndex: 3, lastLineIndex: 5 }]
  expect((await copy(document, 'plain', true, inside)).text).toBe('••••\n••••\n-----END PRIVATE KEY-----\n')
})

test.each(['plain', 'ansi', 'raw'] as const)(
  '%s: a line of 3 MiB, secrets across its windows',
  async (form) => {
    const secret = `password=${'s'.repeat(3_000)} `
    const line = `${'x'.repeat(254 * 1024)} ${secret}`.repeat(12)
    const document = documentOf(`before\n${line}\nafter\n`)
    const { text, maskedCount } = await copy(document, form, true)
    expect(maskedCount).toBe(12)
    expect(text === `before\n${line.replaceAll('s'.repeat(3_000), '••••')}\nafter\n`).toBe(true)
    expect((await copy(document, form, false)).text === `before\n${line}\nafter\n`).toBe(true)
    const some = await copy(document, form, true, range([1, 40, 5], [1, 200, 9]))
    const shown = line.slice(40 * 8192 + 5, 200 * 8192 + 9)
    expect(some.text === maskSecrets(shown).text).toBe(true)
  },
)

test('raw: all states of a progress bar of megabytes', async () => {
  const bar = Array.from({ length: 200_000 }, (_, at) => `\rstep ${at} token=abc${at}x`).join('')
  const document = documentOf(`a\n${bar}\nb`)
  expect(
    (await copy(document, 'raw', false, [{ firstLineIndex: 1, lastLineIndex: 1 }])).text === `${bar}\n`,
  ).toBe(true)
  const { text, maskedCount } = await copy(document, 'raw', true)
  expect(text.includes('abc')).toBe(false)
  expect(maskedCount).toBe(200_000)
  expect((await copy(document, 'plain', true)).text).toBe('a\nstep 199999 token=••••\nb')
})

test('an abort ends the copy', async () => {
  const controller = new AbortController()
  const breathe = () => {
    controller.abort(new Error('enough'))
    return Promise.resolve()
  }
  const copying = copyText(
    documentOf(`${'password=a\n'.repeat(500_000)}`),
    everything,
    { form: 'ansi', isMasked: true },
    { breathe, signal: controller.signal },
  )
  await expect(copying).rejects.toThrow('enough')
})

/* The slow model: line by line, piece by piece, nothing remembered but a private key. */
function modelOf(document: LogDocument, isMasked: boolean): string {
  const state = createSecretState()
  const lines = Array.from({ length: document.lineCount }, (_, lineIndex) => {
    const shown = piecesOf(document, lineIndex)
      .map(({ byteStart, byteEnd }) => playText(decodeText(document.read(byteStart, byteEnd))).text)
      .join('')
    return (isMasked ? maskSecrets(shown, state).text : shown).replaceAll('\u001b', '␛')
  })
  return lines.join('\n') + (document.settledLineCount === document.lineCount && lines.length > 0 ? '\n' : '')
}

const fragment = fc.oneof(
  fc.constantFrom(
    '\n',
    '\r\n',
    '\r',
    '\b',
    `${esc}31m`,
    `${esc}0m`,
    `${esc}K`,
    `${esc}3D`,
    '\u001b]8;;http://a/\u0007',
  ),
  fc.constantFrom('password=', 'token: "', '"', ' ', '-p', 'mysql ', 'https://u:', '@h/', keyBody, ...key),
  fc.constantFrom('错误', '👍', 'x'.repeat(3_000), 'y'.repeat(9_000), '\u001b'),
  fc.string({ maxLength: 8 }),
)
const logs = fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(''))

test('plain is what a line by line copy would be, masked and not', async () => {
  await fc.assert(
    fc.asyncProperty(
      logs,
      fc.boolean(),
      fc.integer({ min: 1, max: 5_000 }),
      async (text, isMasked, piece) => {
        const document = documentOf(text, piece)
        const copied = await copy(document, 'plain', isMasked)
        expect(copied.text).toBe(modelOf(document, isMasked))
        expect(copied.lineCount).toBe(document.lineCount)
      },
    ),
  )
})

test('a masked copy has nothing left to mask, and an ansi copy shows the same as a plain one', async () => {
  await fc.assert(
    fc.asyncProperty(logs, async (text) => {
      const document = documentOf(text)
      const plain = await copy(document, 'plain', true)
      expect(plain.text).not.toContain('\u001b')
      const ansi = await copy(document, 'ansi', true)
      expect((await copy(documentOf(ansi.text), 'plain', false)).text).toBe(
        (await copy(documentOf(plain.text), 'plain', false)).text,
      )
      expect(ansi.maskedCount).toBe(plain.maskedCount)
    }),
  )
})

test('raw and not masked, line by line, is the bytes', async () => {
  await fc.assert(
    fc.asyncProperty(logs, async (text) => {
      const document = documentOf(text)
      const lines = Array.from({ length: document.lineCount }, (_, line) => ({
        firstLineIndex: line,
        lastLineIndex: line,
      }))
      const copied = await copy(document, 'raw', false, lines)
      expect(copied.text).toBe(
        new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
      )
    }),
  )
})

test('a copy that takes long tells which share of its lines is done', async () => {
  const shares: number[] = []
  const document = documentOf('password=hunter2 of the line\n'.repeat(200_000))
  const options = { form: 'plain', isMasked: true } as const
  await copyText(document, everything, options, { ...work, onProgress: (share) => shares.push(share) })
  expect(shares.length).toBeGreaterThan(1)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(Math.min(...shares)).toBeGreaterThanOrEqual(0)
  expect(Math.max(...shares)).toBeLessThanOrEqual(1)
  expect(new Set(shares).size).toBeGreaterThan(1)
})
