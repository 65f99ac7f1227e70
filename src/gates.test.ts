import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

/*
 * A gate that looks at nothing is green too (dependency-cruiser with a TypeScript it cannot load, say). So each
 * one must be seen red on a planted violation, in a small copy of the house.
 */

const root = join(import.meta.dirname, '..')
const folders = ['contract', 'log', 'i18n', 'ui', 'viewer', 'api', 'pages', 'app', 'gateway', 'sandbox']
let house = ''

beforeEach(() => {
  house = mkdtempSync(join(tmpdir(), 'joblens-gates-'))
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.json', 'biome.json'])
    cpSync(join(root, file), join(house, file))
  const { imports, type, dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  plant('package.json', JSON.stringify({ name: 'planted', type, imports, dependencies }))
  symlinkSync(join(root, 'node_modules'), join(house, 'node_modules'))
  for (const folder of folders) plant(`src/${folder}/index.ts`, `export const ${folder} = 1\n`)
})
afterEach(() => rmSync(house, { recursive: true, force: true }))

function plant(path: string, text: string): void {
  mkdirSync(dirname(join(house, path)), { recursive: true })
  writeFileSync(join(house, path), text)
}

function run(command: string, ...args: string[]): { readonly status: number | null; readonly text: string } {
  const done = spawnSync(join(root, 'node_modules', '.bin', command), args, { cwd: house, encoding: 'utf8' })
  return { status: done.status, text: stripVTControlCharacters(done.stdout + done.stderr) }
}

describe('import rules', () => {
  const cruise = () => run('depcruise', 'src', '--config', '.dependency-cruiser.cjs')

  test('a clean house is green, and its files were looked at', () => {
    plant('src/viewer/a.ts', "import { log } from '#log'\nexport const a = log\n")
    const { status, text } = cruise()
    expect(text).toMatch(/no dependency violations found \(1[1-9] modules/)
    expect(status).toBe(0)
  })

  // One run for all of them, since each takes two seconds: a rule must name its own file.
  test('each forbidden import is named by its rule', () => {
    const planted = [
      ['src/log/a.ts', "import { ui } from '#ui'\nexport const a = ui\n", 'log-imports-only-itself'],
      ['src/pages/find/a.ts', "import '#gateway'\n", 'pages-imports-only-contract-api-viewer-ui-i18n'],
      [
        'src/sandbox/a.ts',
        "import type { contract } from '#contract'\nexport type A = typeof contract\n",
        'sandbox-imports-only-itself',
      ],
      ['src/viewer/a.ts', "import '../log/side.ts'\n", 'front-door-only'],
      ['src/pages/one/a.ts', "import '../two/index.ts'\n", 'pages-do-not-import-pages'],
      ['src/log/b.ts', "import 'zod'\n", 'log-and-sandbox-need-no-packages'],
      ['src/log/side-two.ts', "import './side.ts'\n", 'no-cycles'],
      ['src/api/a.worker.ts', "import './starts.ts'\n", 'no-worker-starts-a-worker'],
    ] as const
    plant('src/log/side.ts', "import './side-two.ts'\n")
    plant('src/pages/two/index.ts', 'export const two = 2\n')
    plant('src/api/starts.ts', "import './search-worker.ts'\n")
    plant('src/api/search-worker.ts', 'export const worker = 1\n')
    for (const [path, text] of planted) plant(path, text)
    const { status, text } = cruise()
    const found = [...text.matchAll(/error ([\w-]+): (\S+)/g)].map(([, rule, path]) => `${path}: ${rule}`)
    expect(found.toSorted()).toEqual(planted.map(([path, , rule]) => `${path}: ${rule}`).toSorted())
    expect(status).not.toBe(0)
  })
})

describe('environments', () => {
  const compile = (folder: string, text: string) => {
    cpSync(join(root, 'src', folder, 'tsconfig.json'), join(house, 'src', folder, 'tsconfig.json'))
    plant(`src/${folder}/index.ts`, text)
    return run(
      'tsc',
      '-p',
      `src/${folder}`,
      '--noEmit',
      '--composite',
      'false',
      '--incremental',
      'false',
      '--emitDeclarationOnly',
      'false',
      '--tsBuildInfoFile',
      'null',
    )
  }

  test('the log engine has TextDecoder and no document', () => {
    const { text } = compile('log', 'export const a = new TextDecoder()\nexport const b = document.title\n')
    expect(text.match(/error TS.*/g)).toEqual([expect.stringContaining("Cannot find name 'document'")])
  })

  test('the sandbox has Node and no window', () => {
    const { text } = compile(
      'sandbox',
      "import 'node:fs'\nexport const a = process.pid\nexport const b = window.name\n",
    )
    expect(text.match(/error TS.*/g)).toEqual([expect.stringContaining("Cannot find name 'window'")])
  })
})

test('lint names each forbidden way to write', () => {
  const planted = [
    ['src/ui/any.tsx', 'export const a = (b: any) => b\n', 'noExplicitAny'],
    ['src/ui/default-export.tsx', 'const a = 1\nexport default a\n', 'noDefaultExport'],
    [
      'src/ui/html.tsx',
      "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />\n",
      'noDangerouslySetInnerHtml',
    ],
    ['src/ui/non-null.tsx', 'export const a = (b: string | null) => b!.length\n', 'noNonNullAssertion'],
  ] as const
  for (const [path, text] of planted) plant(path, text)
  const { status, text } = run('biome', 'lint', '--vcs-enabled=false', 'src')
  const found = [...text.matchAll(/^(\S+?):\d+:\d+ lint\/\w+\/(\w+)/gm)].map(
    ([, path, rule]) => `${path}: ${rule}`,
  )
  expect(found.toSorted()).toEqual(planted.map(([path, , rule]) => `${path}: ${rule}`).toSorted())
  expect(status).not.toBe(0)
})
