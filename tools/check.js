/*
 * The one command that tells the truth: every gate, in order, then a line for each that failed and, last, one line
 * `N passed, N failed`. `--e2e` adds the end-to-end tests. All gates run even when one fails, so that one run shows
 * everything that is wrong.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { ofPlaywright } from './playwright-report.js'
import { findTestBrowser } from './test-browser.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const reports = join(root, 'node_modules', '.cache', 'joblens-reports')
const bin = (name) => join(root, 'node_modules', '.bin', name)
const withE2e = process.argv.includes('--e2e')

rmSync(reports, { recursive: true, force: true })
mkdirSync(reports, { recursive: true })
const browser = await findTestBrowser()
console.log(`browser: ${browser.executablePath}`)
const env = {
  ...process.env,
  JOBLENS_CHROMIUM: browser.executablePath,
  JOBLENS_CHROMIUM_ARGS: browser.args.join(' '),
  JOBLENS_CHROMIUM_ENV: JSON.stringify(browser.env),
  JOBLENS_REPORTS: reports,
}

let passed = 0
/** A line for each failed gate or test: said again at the end, where a log that was cut short still has it. */
const failures = []

gate('format and lint', 'biome', ['ci', '.'])
gate('types', 'tsc', ['-b'])
gate('import rules', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs'])
gate('dead code', 'knip', ['--treat-config-hints-as-errors'])
suite(
  'unit and browser',
  'vitest',
  ['run', '--reporter=default', '--reporter=./tools/vitest-report.js'],
  () => report('vitest.json'),
)
const built = gate('build', 'npm', ['run', 'build', '--silent'])
gate('size', 'size-limit', [])
if (withE2e && built)
  suite('end to end', 'playwright', ['test', '--config', 'e2e/playwright.config.ts'], () => {
    const json = report('playwright.json')
    return json === null ? null : ofPlaywright(json)
  })

console.log(['', ...failures, `${passed} passed, ${failures.length} failed`].join('\n'))
process.exit(failures.length === 0 ? 0 : 1)

function run(title, command, args) {
  console.log(`\n— ${title}`)
  const started = Date.now()
  const file = command === 'npm' ? 'npm' : bin(command)
  const { status } = spawnSync(file, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  console.log(
    `— ${title}: ${status === 0 ? 'ok' : 'FAILED'} (${((Date.now() - started) / 1000).toFixed(1)} s)`,
  )
  return status
}

function gate(title, command, args) {
  const ok = run(title, command, args) === 0
  if (ok) passed++
  else failures.push(`FAILED ${title}`)
  return ok
}

/** A test runner: its tests are counted; one that fails without a failed test counts as one failure. */
function suite(title, command, args, read) {
  const status = run(title, command, args)
  const told = read() ?? { passed: 0, failures: [] }
  passed += told.passed
  failures.push(...told.failures.map(({ name, message }) => `FAILED ${name}: ${inOneLine(message)}`))
  if (status !== 0 && told.failures.length === 0)
    failures.push(`FAILED ${title}: ended with ${status}, no test failed`)
}

/** The first line of an assertion may say no more than its name: what was expected and found stands below it. */
function inOneLine(message) {
  const lines = stripVTControlCharacters(message).split('\n')
  return lines
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' | ')
    .slice(0, 300)
}

function report(name) {
  const file = join(reports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}
