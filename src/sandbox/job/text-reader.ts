import { type Exhibit, exhibits as gallery } from './text-gallery.ts'
import { secrets } from './text-secrets.ts'
import { sections } from './text-sections.ts'
import { severityFormats } from './text-severities.ts'

const csi = '\u001b['
const kibi = 1024

function galleryText(title: string): string {
  return gallery.find((exhibit) => exhibit.title === title)?.write() ?? ''
}

// Colours that nobody switches off for 500 lines, true colour among them, and pairs that are hard to read.
function colours(): string {
  const carried = (codes: string, name: string) => [
    `${csi}${codes}m${name} begins here and is not switched off`,
    ...Array.from({ length: 500 }, (_, index) => `line ${index + 1} goes on in ${name}`),
    `${csi}0mand ends here`,
  ]
  const pairs = [
    '37;107',
    '30;40',
    '93;103',
    '38;2;250;250;250',
    '38;2;10;10;10',
    '48;2;128;128;128;38;2;120;120;120',
  ]
  return [
    galleryText('colours'),
    ...carried('32', 'green'),
    ...carried('1;3;38;2;255;128;0', 'bold italic orange'),
    ...carried('38;5;33;48;5;236', 'blue on grey'),
    ...pairs.map((codes) => `${csi}${codes}mhard to read: ${codes}${csi}0m`),
    `${csi}4:3mcurly${csi}4:0m ${csi}58;5;196;4mcoloured underline${csi}0m ${csi}38:2::255:0:255mcolons${csi}0m`,
    '',
  ].join('\n')
}

// 300 KB that are one line on the screen, and the bars of tools people know.
function progressBars(): string {
  const states = Array.from({ length: 4_000 }, (_, at) => {
    const percent = Math.floor((at / 3_999) * 100)
    return `\r${String(percent).padStart(3)}% [${'='.repeat(percent / 2).padEnd(50)}] ${String(at).padStart(4)}/3999 files`
  })
  const spinner = Array.from('|/-\\'.repeat(25), (turn) => `${turn}\b`)
  const layers = Array.from(
    { length: 60 },
    (_, at) => `\r${csi}K${csi}36mpulling${csi}0m layer ${at + 1} of 60`,
  )
  return [
    galleryText('progress bars'),
    states.join(''),
    `waiting ${spinner.join('')}done`,
    layers.join(''),
    '################################################  81.2%\b\b\b\b\b100.0%',
    'man page: b\bbo\bol\bld\bd and _\bu_\bn_\bd_\be_\br',
    '',
  ].join('\n')
}

function wide(): string {
  const rows = ['名称', '状态', 'ホスト', '호스트', '🚀', '👩‍💻', '🇨🇳', '①', '…', 'ｶﾅ', '全角ＡＢＣ']
  return [
    galleryText('languages and emoji'),
    '+----------------+--------+',
    ...rows.map((name, index) => `| ${name} | ${index} |`),
    '+----------------+--------+',
    '长'.repeat(2_000),
    '👨‍👩‍👧‍👦'.repeat(300),
    `tabs\tand\t宽\t字符\t混排`,
    '',
  ].join('\n')
}

// Four of the five MiB the platform keeps. A reader walks through it, finds the needles, and copies it.
function oneLine(): string {
  const wanted = 4 * kibi * kibi
  const unit = 'abcdefghij0123456789 '
  const body = unit.repeat(Math.ceil(wanted / unit.length)).slice(0, wanted)
  const needle = ' needle '
  const middle = wanted / 2
  const line = `${body.slice(0, middle)}${needle}${body.slice(middle + 2 * needle.length)}${needle}`
  return `the next line has exactly 4 MiB, with something to find in its middle and at its end\n${line}\nthe line after it\n`
}

// Below the platform's cap of 5 MiB, and as many lines as fit a short word.
function manyLines(): string {
  const level = (index: number) => (index % 1_000 === 999 ? 'ERROR' : 'ok')
  return Array.from({ length: 200_000 }, (_, index) => `${index + 1} chunk ${level(index)}\n`).join('')
}

function links(): string {
  const link = (address: string, text: string) => `\u001b]8;;${address}\u001b\\${text}\u001b]8;;\u001b\\`
  return [
    `build ${link('https://ci.demo.example/runs/42', '#42')} of ${link('https://git.demo.example/c/4f1c2d9', '4f1c2d9')}`,
    `says one thing, goes elsewhere: ${link('https://elsewhere.example/', 'https://bank.example/')}`,
    `not a web address: ${link('javascript:alert(1)', 'run')} ${link('file:///etc/passwd', 'read')}`,
    `never closed: \u001b]8;;https://demo.example/open\u0007to the end of the line`,
    `with an id: \u001b]8;id=a1;https://demo.example/a\u0007two \u001b]8;;\u0007and \u001b]8;id=a1;https://demo.example/a\u0007parts\u001b]8;;\u0007`,
    'plain: https://demo.example/a_(b), (http://demo.example/x), see https://demo.example/路径。',
    '',
  ].join('\n')
}

/** The exhibits of the reader's gallery in the order of its hosts. */
export const readerExhibits: readonly Exhibit[] = [
  { title: 'colours', write: colours },
  { title: 'progress bars', write: progressBars },
  { title: 'wide characters', write: wide },
  { title: 'one line of 4 MiB', write: oneLine },
  { title: 'severities', write: severityFormats },
  { title: 'sections', write: sections },
  { title: 'secrets', write: secrets },
  { title: 'hostile', write: () => galleryText('hostile markup') + galleryText('invisible characters') },
  { title: '200,000 lines', write: manyLines },
  { title: 'links', write: links },
]
