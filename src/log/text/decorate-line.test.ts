import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decorateLine } from './decorate-line.ts'
import { hostileLines } from './hostile-lines.fixture.ts'
import type { Segment } from './segment.ts'
import { plainStyle } from './text-style.ts'

const esc = '\u001b'

function shown(text: string): string {
  return decorateLine(text).map(visible).join('')
}

function visible(segment: Segment): string {
  return segment.kind === 'mark' ? `[${segment.label}]` : segment.text
}

function links(text: string): string[] {
  return decorateLine(text).flatMap((segment) => (segment.kind === 'link' ? [segment.href] : []))
}

const forbidden = /[\p{Cc}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/u
const webAddress = /^https?:\/\/[^\s"<>]+$/i

test('nothing invisible or active is left in any text, whatever the line', () => {
  const hostileParts = fc.constantFrom(
    ...hostileLines,
    esc,
    `${esc}[`,
    `${esc}]`,
    ';',
    'm',
    '\u202e',
    '\r',
    '\b',
    '😀',
  )
  const line = fc.array(fc.oneof(hostileParts, fc.string({ unit: 'binary' }))).map((parts) => parts.join(''))
  fc.assert(
    fc.property(line, (text) => {
      const odd = decorateLine(text).filter(
        (segment) =>
          forbidden.test(visible(segment).replaceAll('\t', '')) ||
          (segment.kind === 'link' && !webAddress.test(segment.href)),
      )
      expect(odd).toEqual([])
    }),
  )
})

test('plain text is one segment, unchanged', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[ -~\u4e00-\u9fff\t]{1,80}$/), (text) => {
      fc.pre(!text.includes('://'))
      expect(decorateLine(text)).toEqual([{ kind: 'text', text, style: plainStyle }])
    }),
  )
})

test.each([
  ['colours leave the text', `${esc}[1;31mERROR${esc}[0m done`, 'ERROR done'],
  ['a progress bar collapses to its last state', 'progress 10%\rprogress 55%\rprogress 99%', 'progress 99%'],
  ['a shorter overwrite leaves what a terminal leaves', 'downloading\rdone', 'doneloading'],
  ['erase in line erases', `downloading\r${esc}[Kdone`, 'done'],
  ['erase of the whole line erases', `downloading${esc}[2K\rdone`, 'done'],
  ['a lone return at the end keeps the line', '100%\r', '100%'],
  ['backspace goes back', 'abX\bc', 'abc'],
  ['backspace stops at the start', 'a\b\b\bx', 'x'],
  ['a title is swallowed', `${esc}]0;title\u0007text`, 'text'],
  ['a hyperlink keeps its text', `${esc}]8;;http://a.example${esc}\\text${esc}]8;;${esc}\\`, 'text'],
  ['a device string is swallowed', `${esc}P1$r0m${esc}\\text`, 'text'],
  ['a screen command is swallowed', `${esc}[2J${esc}[1;1H${esc}[?25ltext`, 'text'],
  ['a charset is swallowed', `${esc}(Btext`, 'text'],
  ['an unfinished sequence hides nothing', `${esc}]0;never closed`, '[U+001B]]0;never closed'],
  ['a cut colour hides nothing', `text${esc}[31`, 'text[U+001B][31'],
  ['a bidi override is shown', 'a\u202eb', 'a[U+202E]b'],
  ['a zero-width space is shown', '/etc\u200b/passwd', '/etc[U+200B]/passwd'],
  ['a tag character is shown', 'a\u{e0041}', 'a[U+E0041]'],
  ['a NUL is shown', 'a\u0000b', 'a[U+0000]b'],
  ['an emoji family stays one picture', '👨‍👩‍👧', '👨‍👩‍👧'],
  ['a joiner between letters is shown', 'a\u200db', 'a[U+200D]b'],
])('%s', (_, text, expected) => {
  expect(shown(text)).toBe(expected)
})

test.each([
  ['a plain address', 'see http://example.com/a?b=c#d now', ['http://example.com/a?b=c#d']],
  [
    'sentence punctuation',
    'at https://example.com/a, or https://example.com/b.',
    ['https://example.com/a', 'https://example.com/b'],
  ],
  ['brackets around', '(https://example.com/a)', ['https://example.com/a']],
  ['brackets inside', 'https://example.com/a_(b)', ['https://example.com/a_(b)']],
  ['Chinese right after', '请访问https://example.com/a。完成', ['https://example.com/a']],
  ['quotes end it', '"https://example.com/a"onclick="x"', ['https://example.com/a']],
  ['an IPv6 host', 'http://[::1]:8080/x', ['http://[::1]:8080/x']],
  ['other schemes', 'javascript:alert(1) ftp://a.example file:///etc/passwd data:text/html,x', []],
  ['no host', 'http:// https://', []],
])('links: %s', (_, text, expected) => {
  expect(links(text)).toEqual(expected)
})

test('a link through two colours links both parts to the whole address', () => {
  const segments = decorateLine(`${esc}[31mhttp://exa${esc}[32mmple.com/a${esc}[0m.`)
  expect(segments.map((segment) => [segment.kind, visible(segment)])).toEqual([
    ['link', 'http://exa'],
    ['link', 'mple.com/a'],
    ['text', '.'],
  ])
  expect(links(`${esc}[31mhttp://exa${esc}[32mmple.com/a`)).toEqual([
    'http://example.com/a',
    'http://example.com/a',
  ])
})

test('megabytes of hostile repetition take linear time', () => {
  const pieces = [`${esc}]`, `${esc}[1;`, '\r', '\b', 'http://', '((', `${esc}[31ma`, 'a\rb', `.${esc}[1K`]
  for (const piece of pieces) {
    const text = piece.repeat(20_000)
    expect(decorateLine(text).length).toBeLessThanOrEqual(text.length)
  }
})

test('an address followed by any number of brackets and stops takes linear time', () => {
  const address = 'http://a.example/'
  expect(links(address + ')'.repeat(200_000))).toEqual([address])
  expect(links(address + '.'.repeat(200_000))).toEqual([address])
})

test('exact colours come down to the nearest of the sixteen', () => {
  expect(decorateLine(`${esc}[38;2;250;5;5;48;5;232mx`)).toEqual([
    { kind: 'text', text: 'x', style: { ...plainStyle, foreground: 9, background: 0 } },
  ])
})
