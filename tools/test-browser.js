/*
 * Finds a Chromium for the tests on any machine, and installs one where there is none (docs/decisions/0007).
 * Each candidate is launched, not just found: Ubuntu's chromium-browser, say, is a stub. Tried in this order:
 * environment, Playwright's own, the system's, a Chromium packed inside an npm package, Playwright's download.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, createReadStream, createWriteStream, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createBrotliDecompress } from 'node:zlib'
import { chromium } from 'playwright'

const root = fileURLToPath(new URL('..', import.meta.url))
const cache = join(root, 'node_modules', '.cache', 'joblens-browser')

/** Arguments every launch needs: root has no sandbox, and a test browser has no business on the network. */
export const launchArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/**
 * @typedef {{ executablePath: string, args: string[], env: Record<string, string> }} TestBrowser
 * @returns {Promise<TestBrowser>} a browser that was launched once; throws an error naming every try
 */
export async function findTestBrowser() {
  const tries = []
  for (const [name, candidate] of candidates()) {
    try {
      const browser = await candidate()
      if (browser === null) {
        tries.push(`${name}: not there`)
        continue
      }
      await launch(browser)
      return browser
    } catch (error) {
      tries.push(`${name}: ${String(error instanceof Error ? error.message : error).split('\n')[0]}`)
    }
  }
  throw new Error(
    `No browser for the tests.\n  ${tries.join('\n  ')}\nInstall Chromium, or set JOBLENS_CHROMIUM to its executable.`,
  )
}

/** @returns {[string, () => Promise<TestBrowser | null>][]} */
function candidates() {
  return [
    ['JOBLENS_CHROMIUM', async () => at(process.env.JOBLENS_CHROMIUM)],
    ["Playwright's Chromium", async () => at(chromium.executablePath())],
    ...systemNames().map((name) => [name, async () => at(onPath(name))]),
    ['@sparticuz/chromium (npm)', packedChromium],
    ["Playwright's download", downloadedChromium],
  ]
}

function systemNames() {
  if (process.platform === 'darwin') {
    return [
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ]
  }
  if (process.platform === 'win32') {
    return [
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ]
  }
  return ['chromium', 'google-chrome-stable', 'google-chrome', 'chromium-browser', 'microsoft-edge']
}

function onPath(name) {
  if (name.includes('/') || name.includes('\\')) return name
  const folders = (process.env.PATH ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file))
}

function at(executablePath) {
  if (executablePath === undefined || executablePath === '' || !existsSync(executablePath)) return null
  return { executablePath, args: launchArgs, env: {} }
}

async function launch({ executablePath, args, env }) {
  const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
  try {
    const page = await browser.newPage()
    // A form control: a Chromium that finds no font dies of one.
    await page.goto('data:text/html,<title>ready</title><select><option>a</select>')
    await page.screenshot()
    if ((await page.title()) !== 'ready') throw new Error('does not open a page')
  } finally {
    await browser.close()
  }
}

/**
 * Chromium, its libraries and one font out of an npm package: works on a bare x64 Linux without root. Its own
 * launch arguments are not used: `--single-process` crashes at close and `--disable-web-security` would falsify
 * the CSP and CORS tests.
 */
async function packedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null
  const home = join(root, 'tools', 'browser')
  const bin = join(home, 'node_modules', '@sparticuz', 'chromium', 'bin')
  if (!existsSync(bin)) execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: home, stdio: 'pipe' })
  mkdirSync(cache, { recursive: true })
  const executablePath = join(cache, 'chromium')
  if (!existsSync(executablePath)) await inflate(join(bin, 'chromium.br'), executablePath)
  chmodSync(executablePath, 0o755)
  const tar = await import(pathToFileURL(join(home, 'node_modules', 'tar-fs', 'index.js')).href)
  for (const name of ['al2023', 'fonts', 'swiftshader']) {
    const target = join(cache, name)
    if (!existsSync(target))
      await pipeline(
        createReadStream(join(bin, `${name}.tar.br`)),
        createBrotliDecompress(),
        tar.default.extract(target),
      )
  }
  writeFileSync(join(cache, 'fonts', 'fonts.conf'), fontConfiguration())
  return {
    executablePath,
    args: [...launchArgs, '--headless=shell', '--no-zygote', '--disable-gpu'],
    env: {
      LD_LIBRARY_PATH: join(cache, 'al2023', 'lib'),
      FONTCONFIG_PATH: join(cache, 'fonts'),
      HOME: cache,
    },
  }
}

/** The package's own file names folders of the place it was made for. */
function fontConfiguration() {
  const folders = `<dir>${join(cache, 'fonts')}</dir><cachedir>${join(cache, 'fonts-cache')}</cachedir>`
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${folders}</fontconfig>\n`
}

async function inflate(from, to) {
  await pipeline(
    createReadStream(from),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(to),
  )
}

async function downloadedChromium() {
  const cli = join(root, 'node_modules', 'playwright', 'cli.js')
  const done = spawnSync(process.execPath, [cli, 'install', '--only-shell', 'chromium'], {
    stdio: 'pipe',
    timeout: 240_000,
  })
  if (done.status !== 0) throw new Error(String(done.stderr).trim().split('\n').at(-1))
  return at(chromium.executablePath())
}
