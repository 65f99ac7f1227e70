import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyLine } from './any-line.fixture.ts'
import { hostileLines } from './hostile-lines.fixture.ts'
import { playText } from './play-text.ts'
import { applySgr } from './sgr.ts'
import { playStates, statesOf } from './states-of.ts'
import { plainStyle } from './text-style.ts'

const esc = '\u001b'
const red = applySgr(plainStyle, '31')

test.each([
  ['colours leave the text', `${esc}[1;31mERROR${esc}[0m done`, 'ERROR done'],
  ['a progress bar collapses to its last state', 'progress 10%\rprogress 55%\rprogress 99%', 'progress 99%'],
  ['a shorter overwrite leaves what a terminal leaves', 'downloading\rdone', 'doneloading'],
  ['erase to the end', `downloading\r${esc}[Kdone`, 'done'],
  ['erase the whole line', `downloading${esc}[2K\rdone`, 'done'],
  ['erase keeps the column', `abc${esc}[2Kd`, '   d'],
  ['erase to here', `abcdef${esc}[3D${esc}[1K`, '    ef'],
  ['erase with a private mark is another function', `abc\r${esc}[?Kd`, 'dbc'],
  ['erase the rest of the screen', `downloading\r${esc}[Jdone`, 'done'],
  ['a cleared screen keeps the log', `before${esc}[2Jafter\b`, 'beforeafter'],
  ['move right', `a${esc}[3Cb`, 'a   b'],
  ['move right over text', `abcdef\r${esc}[2CX`, 'abXdef'],
  ['move left', `abc${esc}[2DX`, 'aXc'],
  ['move to a column', `abc${esc}[2GX${esc}[6GY`, 'aXc  Y'],
  ['a move that nothing follows', `abc${esc}[9C`, 'abc'],

  ['returns at the end keep the line', '100%\r\r', '100%'],
  ['backspace', 'abX\bc\b\b\b\b\bx', 'xbc'],
  ['half of a wide character goes', '中文\rx', 'x 文'],
  ['the other half goes', '中文\b\b\bx', ' x文'],
  ['a wide one over two halves', 'a中文\r字', '字 文'],
  ['an accent goes with its letter', 'e\u0301f\rx', 'xf'],
  ['an accent joins what stands before', `ab\b\u0301\r${esc}[C`, 'a\u0301b'],
  ['what shows nothing takes no column', 'a\u200bb\u0007c\rxyz', 'xyz'],
  ['a tab over text only moves', 'abcdefghij\r\tX', 'abcdefghXj'],
  ['a tab that is written into', 'a\tb\r12', '12      b'],
  ['a link keeps its text', `${esc}]8;;http://a.example${esc}\\text${esc}]8;;${esc}\\`, 'text'],
  ['an unfinished sequence hides nothing', `${esc}]0;never closed`, `${esc}]0;never closed`],
  ['an unfinished device string hides nothing', `${esc}Pnever closed`, `${esc}Pnever closed`],
  ['concealed text is shown', `${esc}[8mhidden`, 'hidden'],
])('%s', (_, text, expected) => {
  expect(playText(text).text).toBe(expected)
})

test('a style runs until the next, and goes on into what follows', () => {
  const played = playText(`a${esc}[31mb${esc}[31mc${esc}[1m${esc}[22m${esc}[0md${esc}[31m`)
  expect(played.text).toBe('abcd')
  expect(played.runs).toEqual([
    { end: 1, style: plainStyle },
    { end: 3, style: red },
    { end: 4, style: plainStyle },
  ])
  expect(played.endStyle).toBe(red)
  expect(playText('x', red)).toMatchObject({ runs: [{ end: 1, style: red }], endStyle: red })
  expect(playText(`x\r${esc}[0my`, red)).toMatchObject({ text: 'y', endStyle: plainStyle })
})

test.each([
  [
    'named',
    `${esc}]8;;https://a.example/x\u0007here${esc}]8;;\u0007 there`,
    [[0, 4, 'https://a.example/x', true]],
  ],
  [
    'its own address',
    `${esc}]8;id=1;http://a.example\u0007http://a.example${esc}]8;;\u0007`,
    [[0, 16, 'http://a.example/', false]],
  ],
  [
    'another address than it says',
    `${esc}]8;;http://evil.example\u0007http://good.example${esc}]8;;\u0007`,
    [[0, 19, 'http://evil.example/', true]],
  ],
  [
    'a look-alike host',
    `${esc}]8;;http://\u0430pple.example/\u0007x`,
    [[0, 1, 'http://xn--pple-43d.example/', true]],
  ],
  ['no web address', `${esc}]8;;javascript:alert(1)\u0007click${esc}]8;;\u0007`, []],
  [
    'beside a found one',
    `${esc}]8;;http://a.example/\u0007a${esc}]8;;\u0007 http://b.example`,
    [
      [0, 1, 'http://a.example/', true],
      [2, 18, 'http://b.example', false],
    ],
  ],
  [
    'written over',
    `${esc}]8;;http://a.example/\u0007abc${esc}]8;;\u0007\rx`,
    [[1, 3, 'http://a.example/', true]],
  ],
])('links: %s', (_, text, expected) => {
  expect(playText(text).links.map(({ start, end, href, isNamed }) => [start, end, href, isNamed])).toEqual(
    expected,
  )
})

test.each([
  ['no return', 'abc', ['abc']],
  ['a return at the end', 'abc\r', ['abc']],
  ['a return at the start', '\rabc', ['abc']],
  ['each state', '1%\r2%\r3%', ['1%', '2%', '3%']],
  ['equal ones in a row count once', '1%\r1%\r2%\r2%\r1%', ['1%', '2%', '1%']],
  ['the last is the line as it stands', 'downloading\rdone', ['downloading', 'doneloading']],
  ['colours alone are no state', `${esc}[31m\r1%\r${esc}[0m`, ['1%']],
  ['an erased line had a state', `1%\r${esc}[K`, ['1%', '']],
  ['a return in a title is none', `${esc}]0;a\rb\u0007text`, ['text']],
  ['a mark of a section is none', `${esc}[0Ksection_start:1:a.b-c\r${esc}[0Ktitle`, ['title']],
  ['nor with options', `section_start:1:a[collapsed=true]\r${esc}[0Ktitle`, ['title']],
  ['nor where one ends and another begins', `section_end:1:a\r${esc}[0Ksection_start:1:b\r${esc}[0K`, ['']],
  ['what is like a mark is one', `section_start:x:a\r${esc}[0Ktitle`, ['section_start:x:a', 'title']],
  ['states beside a mark', `section_start:1:a\r1%\r2%`, ['1%', '2%ction_start:1:a']],
  ['a spinner', 'busy |\b/\b-\b\\ done', ['busy |', '/', '-', 'busy \\ done']],
  ['a counter', 'at 1/9\b\b\b2/9\b\b\b3/9', ['at 1/9', '2/9', 'at 3/9']],
  ['what was typed and rubbed out', 'lsx\b \b -l', ['lsx', 'ls -l']],
  ['blanks that clear a line are none', '10%\r   \rdone', ['10%', 'done']],
  ['rubbed out at the end', 'lsx\b \b', ['lsx', 'ls ']],
  ['backspaces that nothing is written after', 'abc\b\b', ['abc']],
  ['backspaces before anything', '\b\babc', ['abc']],
  ['bold and underlined letters are none', 'N\bNA\bA _\bM_\bE', ['NA ME']],
  ['nor are wide ones', '中\b中_\b文', ['中文']],
  ['nothing', '', ['']],
])('states: %s', (_, text, expected) => {
  expect(statesOf(text)).toEqual(expected)
  expect(playText(text).overwrittenCount).toBe(expected.length - 1)
})

test('states keep their colours, and there is one more than were written over', () => {
  const states = playStates(`${esc}[31m1%\r2%${esc}[0m\r3%`)
  expect(states.map(({ runs }) => runs[0]?.style)).toEqual([red, red, plainStyle])
  fc.assert(
    fc.property(anyLine, (text) => {
      const played = playText(text)
      expect(playStates(text)).toHaveLength(played.overwrittenCount + 1)
      expect(playStates(text).at(-1)).toEqual(played)
    }),
  )
})

test('letters struck twice are bold, with an underscore underlined, with both both', () => {
  const played = playText('a N\bN _\bM _\bE\bE 中\b中 |\b/ o\b_ 9%\b\b9%')
  expect(played.text).toBe('a N M E 中 / _ 9%')
  let from = 0
  const looks = played.runs.flatMap(({ end, style }) => {
    const text = played.text.slice(from, end)
    from = end
    const look = `${style.bold ? 'bold' : ''}${style.underline ? ' underlined' : ''}`.trim()
    return look === '' ? [] : [`${text} ${look}`]
  })
  expect(looks).toEqual(['N bold', 'M underlined', 'E bold underlined', '中 bold'])
  expect(played.endStyle).toBe(plainStyle)
})

type Step = { readonly text: string; readonly play: (line: string[], column: number) => number }

/** A terminal's line, one ASCII character per column, as simple as it can be said. */
const steps: readonly Step[] = [
  ...[...'abc'].map((text) => ({
    text,
    play: (line: string[], column: number) => {
      while (line.length < column) line.push(' ')
      line[column] = text
      return column + 1
    },
  })),
  { text: '\r', play: () => 0 },
  { text: '\b', play: (_, column) => Math.max(0, column - 1) },
  { text: `${esc}[2C`, play: (_, column) => column + 2 },
  { text: `${esc}[3D`, play: (_, column) => Math.max(0, column - 3) },
  { text: `${esc}[4G`, play: () => 3 },
  { text: `${esc}[31m`, play: (_, column) => column },
  {
    text: `${esc}[K`,
    play: (line, column) => {
      line.splice(column)
      return column
    },
  },
  {
    text: `${esc}[1K`,
    play: (line, column) => {
      line.fill(' ', 0, column + 1)
      return column
    },
  },
  {
    text: `${esc}[2K`,
    play: (line, column) => {
      line.splice(0)
      return column
    },
  },
]

test('plays as a simple terminal does', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 30 }), (chosen) => {
      const line: string[] = []
      let column = 0
      for (const step of chosen) column = step.play(line, column)
      expect(playText(chosen.map(({ text }) => text).join('')).text).toBe(line.join(''))
    }),
    { numRuns: 500 },
  )
})

test('whatever the line: runs cover the text, links are web addresses inside of it', () => {
  const line = fc.oneof(anyLine, fc.constantFrom(...hostileLines))
  fc.assert(
    fc.property(line, (text) => {
      const { text: shown, runs, links } = playText(text)
      expect(runs.at(-1)?.end ?? 0).toBe(shown.length)
      runs.forEach(({ end, style }, index) => {
        expect(end).toBeGreaterThan(runs[index - 1]?.end ?? 0)
        expect(style).not.toBe(runs[index - 1]?.style)
      })
      links.forEach(({ start, end, href }, index) => {
        expect(href).toMatch(/^https?:\/\/[^\s"<>]+$/i)
        expect(start).toBeGreaterThanOrEqual(links[index - 1]?.end ?? 0)
        expect(end).toBeGreaterThan(start)
        expect(end).toBeLessThanOrEqual(shown.length)
      })
    }),
    { numRuns: 500 },
  )
})

test('no blanks without end', () => {
  const far = `x${esc}[999999999Cy`
  expect(playText(far).text.length).toBeLessThan(2000)
  const text = `${'x'.repeat(100_000)}${`${esc}[1K${esc}[9999C.`.repeat(50_000)}`
  expect(playText(text).text.length).toBeLessThan(text.length)
})
