/* `npm run e2e`: the end-to-end tests alone, on a fresh build. Arguments go to Playwright. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { findTestBrowser } from './test-browser.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const browser = await findTestBrowser()
const env = {
  ...process.env,
  JOBLENS_CHROMIUM: browser.executablePath,
  JOBLENS_CHROMIUM_ARGS: browser.args.join(' '),
  JOBLENS_CHROMIUM_ENV: JSON.stringify(browser.env),
}
const build = run('npm', ['run', 'build', '--silent'])
const playwright = join(root, 'node_modules', '.bin', 'playwright')
process.exit(
  build || run(playwright, ['test', '--config', 'e2e/playwright.config.ts', ...process.argv.slice(2)]),
)

function run(command, args) {
  const done = spawnSync(command, args, {
    cwd: root,
    env,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return done.status ?? 1
}
