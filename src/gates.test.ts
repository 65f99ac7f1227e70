import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
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
  return { status: done.status, text: done.stdout + done.stderr }
}

describe('import rules', () => {
  const cruise = () => run('depcruise', 'src', '--config', '.dependency-cruiser.cjs')

  test('a clean house is green, and its files were looked at', () => {
    plant('src/viewer/a.ts', "import { log } from '#log'\nexport const a = log\n")
    const { status, text } = cruise()
    expect(text).toMatch(/no dependency violations found \(1[1-9] modules/)
    expect(status).toBe(0)
  })

  test.each([
    ['log imports ui', 'src/log/a.ts', "import { ui } from '#ui'\nexport const a = ui\n", 'log-imports-only'],
    ['pages import gateway', 'src/pages/find/a.ts', "import '#gateway'\n", 'pages-imports-only'],
    [
      'sandbox imports contract',
      'src/sandbox/a.ts',
      "import type { contract } from '#contract'\nexport type A = typeof contract\n",
      'sandbox-imports-only',
    ],
    ['a side door', 'src/viewer/a.ts', "import '../log/side.ts'\n", 'front-door-only'],
    [
      'a page imports a page',
      'src/pages/one/a.ts',
      "import '../two/index.ts'\n",
      'pages-do-not-import-pages',
    ],
    ['log needs a package', 'src/log/a.ts', "import 'zod'\n", 'log-and-sandbox-need-no-packages'],
    ['a circle', 'src/log/side.ts', "import './side-two.ts'\n", 'no-cycles'],
  ])('%s: red', (_, path, text, rule) => {
    plant('src/log/side.ts', 'export const side = 1\n')
    plant('src/log/side-two.ts', "import './side.ts'\n")
    plant('src/pages/two/index.ts', 'export const two = 2\n')
    plant(path, text)
    const result = cruise()
    expect(result.text).toContain(rule)
    expect(result.status).not.toBe(0)
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
    expect(compile('log', 'export const a = new TextDecoder()\n').text).toBe('')
    expect(compile('log', 'export const a = document.title\n').text).toContain("Cannot find name 'document'")
  })

  test('the sandbox has Node and no window', () => {
    expect(compile('sandbox', 'export const a = window.name\n').text).toContain("Cannot find name 'window'")
  })
})

describe('lint', () => {
  test.each([
    ['any', 'export const a = (b: any) => b\n', 'noExplicitAny'],
    ['a default export', 'const a = 1\nexport default a\n', 'noDefaultExport'],
    ['a non-null assertion', 'export const a = (b: string | null) => b!.length\n', 'noNonNullAssertion'],
    [
      'HTML from text',
      "export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />\n",
      'noDangerouslySetInnerHtml',
    ],
  ])('%s: red', (_, text, rule) => {
    plant('src/ui/planted.tsx', text)
    const result = run('biome', 'lint', '--vcs-enabled=false', 'src/ui/planted.tsx')
    expect(result.text).toContain(rule)
    expect(result.status).not.toBe(0)
  })
})
