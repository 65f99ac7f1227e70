/*
 * The one command that tells the truth: every gate, in order, then one line `N passed, N failed`. `--e2e` adds
 * the end-to-end tests. All gates run even when one fails, so that one run shows everything that is wrong.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
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
let failed = 0

gate('format and lint', 'biome', ['ci', '.'])
gate('types', 'tsc', ['-b'])
gate('import rules', 'depcruise', ['src', '--config', '.dependency-cruiser.cjs'])
gate('dead code', 'knip', ['--treat-config-hints-as-errors'])
suite(
  'unit and browser',
  'vitest',
  ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${join(reports, 'vitest.json')}`],
  vitestCounts,
)
const built = gate('build', 'npm', ['run', 'build', '--silent'])
gate('size', 'size-limit', [])
if (withE2e && built)
  suite('end to end', 'playwright', ['test', '--config', 'e2e/playwright.config.ts'], playwrightCounts)

console.log(`\n${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)

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
  return status === 0
}

function gate(title, command, args) {
  const ok = run(title, command, args)
  if (ok) passed++
  else failed++
  return ok
}

/** A test runner: its tests are counted; a runner that fails without a failed test counts as one failure. */
function suite(title, command, args, countsOf) {
  const ok = run(title, command, args)
  const counts = countsOf()
  passed += counts.passed
  failed += ok ? counts.failed : Math.max(1, counts.failed)
}

function report(name) {
  const file = join(reports, name)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function vitestCounts() {
  const json = report('vitest.json')
  return { passed: json?.numPassedTests ?? 0, failed: json?.numFailedTests ?? 0 }
}

function playwrightCounts() {
  const stats = report('playwright.json')?.stats
  return { passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0), failed: stats?.unexpected ?? 0 }
}
