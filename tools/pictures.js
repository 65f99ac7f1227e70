/*
 * `node tools/pictures.js`: takes every picture of docs/images anew and writes docs/screens.md, from the built product
 * on its sandbox. Look at them before committing them.
 *
 *   --only step,find    some screens (names below)
 *   --png /tmp/looks    PNG files into another folder instead, for looking at
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { spawnServer } from '../e2e/bench/spawn-server.js'
import { findTestBrowser } from './test-browser.js'

const release = '/biz/2/job-instances/20000000001'
const varied = '/biz/2/job-instances/20000000015/steps/20000001501'
const readersGallery = '/biz/2/job-instances/20000000027/steps/20000002701'
const installation = '/node-man/jobs/1103'
const anyRow = '[role=log] [role=listitem], [role=grid] [role=gridcell]'

/**
 * Name, what it shows, its address, and what must be there before it is taken. `user` signs in as another one. The
 * start page is the last one: it lists what was opened before.
 * `phoneAt` is scrolled to where there is no room for all.
 * @type {readonly { name: string, shows: string, path: string, ready?: string, user?: string, phoneAt?: string }[]}
 */
const screens = [
  { name: 'history', shows: 'Job instances of a scope', path: '/biz/2/job-instances', ready: anyRow },
  { name: 'job-instance', shows: 'A job instance and its steps', path: release },
  {
    name: 'step',
    shows: 'A script step: 2,000 hosts, the log of one that failed',
    path: `${release}/steps/20000000102?host=1138`,
    ready: anyRow,
  },
  {
    name: 'reader-search',
    shows: 'The log reader: a search, its matches, severities',
    path: `${readersGallery}?host=50105&find=error`,
    ready: anyRow,
  },
  {
    name: 'reader-colours',
    shows: 'The log reader: colours and styles',
    path: `${readersGallery}?host=50101`,
    ready: anyRow,
  },
  { name: 'transfers', shows: 'A file step: its transfers and why some failed', path: varied, ready: anyRow },
  {
    name: 'transfers-grouped',
    shows: 'Transfers by destination',
    path: `${varied}?group=destination`,
    ready: anyRow,
    phoneAt: '[role=grid]',
  },
  {
    name: 'transfers-overview',
    shows: 'Sources against destinations',
    path: `${varied}?show=overview`,
    ready: anyRow,
    phoneAt: '[role=grid]',
  },
  { name: 'node-man-jobs', shows: 'Node-man jobs', path: '/node-man/jobs', ready: anyRow },
  { name: 'node-man-job', shows: 'A node-man job and its hosts', path: installation, ready: anyRow },
  {
    name: 'node-man-instance',
    shows: 'An installation, step by step',
    path: `${installation}/instances/host%7Cinstance%7Chost%7C10.2.0.3-0-0`,
    ready: anyRow,
  },
  { name: 'denied', shows: 'No permission', path: '/biz/3/job-instances/20000000001' },
  { name: 'expired', shows: 'Signed out', path: release, user: 'expired' },
  {
    name: 'embedded',
    shows: 'In a portal, without the banner',
    path: `${release}/steps/20000000102?host=1138&embed=v1&hide=header`,
    ready: anyRow,
  },
  { name: 'links', shows: 'The form that builds links', path: '/links' },
  { name: 'find', shows: 'The start page', path: '/' },
]
const languages = ['en', 'zh-CN']
const themes = ['light', 'dark']
const sizes = [
  { width: 1280, height: 800 },
  { width: 360, height: 740 },
]
const looks = languages.flatMap((language) =>
  themes.flatMap((theme) => sizes.map((size) => ({ language, theme, size }))),
)

/** The moment all pictures show, so that one taken again differs only where its screen changed. */
const shownAt = Date.UTC(2026, 10, 23, 2, 30)
/** How long what runs in them has been running, ms. */
const untilShown = 90_000

const docs = fileURLToPath(new URL('../docs', import.meta.url))
const { values } = parseArgs({ options: { only: { type: 'string' }, png: { type: 'string' } } })
const wanted = values.only?.split(',') ?? screens.map(({ name }) => name)
const folder = values.png ?? join(docs, 'images')
const extension = values.png === undefined ? 'webp' : 'png'
const nameOf = (screen, { language, theme, size }) =>
  `${screen.name}-${theme}-${language.slice(0, 2)}-${size.width}.${extension}`

mkdirSync(folder, { recursive: true })
const server = await spawnServer('dist/server/server.js', {
  PORT: '4174',
  NODE_OPTIONS: `--import ${stoppedClock()}`,
})
process.kill(server.pid, 'SIGUSR2')
const { executablePath, args, env } = await findTestBrowser()
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
const troubles = []
try {
  const left = [...looks]
  // Two at a time: a page waits more than it computes.
  await Promise.all([0, 1].map(() => takeAll(left)))
} finally {
  await browser.close()
  server.stop()
}
if (values.png === undefined) writeFileSync(join(docs, 'screens.md'), overview())
if (values.png === undefined) clear()
const bytes = readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)
console.log(`${(bytes / 1e6).toFixed(1)} MB in ${folder}`)
for (const trouble of troubles) console.error(trouble)
process.exitCode = troubles.length === 0 ? 0 : 1

async function takeAll(left) {
  for (let look = left.shift(); look !== undefined; look = left.shift()) {
    const { language: locale, theme: colorScheme, size: viewport } = look
    const context = await browser.newContext({
      colorScheme,
      locale,
      viewport,
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    })
    const [page, blank] = [await context.newPage(), await context.newPage()]
    await page.clock.setFixedTime(shownAt)
    const devtools = await context.newCDPSession(page)
    for (const screen of screens.filter(({ name }) => wanted.includes(name))) {
      const file = nameOf(screen, look)
      await open(context, page, screen, locale).catch((error) => troubles.push(`${file}: ${error.message}`))
      const data = await take(page, devtools)
      if (!(await looksAsBefore(blank, file, data)))
        writeFileSync(join(folder, file), Buffer.from(data, 'base64'))
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      if (wide > 0) troubles.push(`${file}: ${wide} px wider than the window`)
    }
    await context.close()
  }
}

/** A module for the server: its clock stands still where the sandbox's story begins, and when told, at `shownAt`; one request id. */
function stoppedClock() {
  const script = `
    let stands = ${shownAt - untilShown}
    process.on('SIGUSR2', () => { stands = ${shownAt} })
    const now = () => stands
    globalThis.Date = class extends Date {
      constructor(...given) { super(...(given.length === 0 ? [now()] : given)) }
      static now() { return now() }
    }
    crypto.randomUUID = () => '00000000-0000-4000-8000-000000000000'`
  return `data:text/javascript,${encodeURIComponent(script)}`
}

/** Small enough to be kept in a repository, and every letter readable. */
function quality() {
  return extension === 'webp' ? { quality: 40 } : {}
}

async function open(context, page, { path, ready, phoneAt, user = 'demo' }, language) {
  await context.addCookies([{ name: 'bk_token', value: user, url: server.url }])
  await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${language}`)
  await page.getByRole('heading').first().waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
  if (ready !== undefined) await page.locator(ready).first().waitFor({ timeout: 15_000 })
  if (phoneAt !== undefined && page.viewportSize().width < 1000)
    await page.locator(phoneAt).evaluate((element) => element.scrollIntoView({ block: 'end' }))
}

/** The picture once nothing moves any more: what comes late, an overview or an icon, is on it. */
async function take(page, devtools) {
  let last = ''
  for (let tries = 0; tries < 10; tries += 1) {
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)))
    const { data } = await devtools.send('Page.captureScreenshot', { format: extension, ...quality() })
    if (data === last) break
    last = data
  }
  return last
}

/** Pictures of screens that are no more must not stay. */
function clear() {
  const ours = new Set(screens.flatMap((screen) => looks.map((look) => nameOf(screen, look))))
  for (const file of readdirSync(folder)) if (!ours.has(file)) rmSync(join(folder, file))
}

/** Whether the picture kept shows the same: edges come out a little different each time, and would all be new files. */
async function looksAsBefore(blank, file, data) {
  const kept = join(folder, file)
  if (!existsSync(kept)) return false
  const both = [readFileSync(kept, 'base64'), data].map(
    (base64) => `data:image/${extension};base64,${base64}`,
  )
  const apart = await blank.evaluate(async (addresses) => {
    const [before, after] = await Promise.all(
      addresses.map(async (address) => {
        const image = new Image()
        image.src = address
        await image.decode()
        const { width, height } = image
        const canvas = new OffscreenCanvas(width, height).getContext('2d')
        canvas.drawImage(image, 0, 0)
        return canvas.getImageData(0, 0, width, height)
      }),
    )
    if (before.width !== after.width || before.height !== after.height) return Number.POSITIVE_INFINITY
    return after.data.filter((value, at) => Math.abs(value - before.data[at]) > 32).length
  }, both)
  // A single letter that changed differs in more.
  return apart < 12
}

function overview() {
  const parts = screens.map((screen) => {
    const rows = languages.map((language) => {
      const cells = themes.flatMap((theme) => sizes.map((size) => cellOf(screen, { language, theme, size })))
      return `| ${cells.join(' | ')} |`
    })
    return `## ${screen.shows}\n\n\`${screen.path}\`\n\n| light | | dark | |\n|---|---|---|---|\n${rows.join('\n')}`
  })
  const head =
    'The screens, in both themes and languages, at 1280 px and at 360 px. Written by `node tools/pictures.js`.'
  return `# Screens\n\n${head}\n\n${parts.join('\n\n')}\n`
}

function cellOf(screen, look) {
  const file = `images/${nameOf(screen, look)}`
  const words = `${screen.shows}, ${look.theme}, ${look.language}, ${look.size.width} px`
  return `<a href="${file}"><img src="${file}" alt="${words}" width="${look.size.width > 1000 ? 320 : 120}"></a>`
}
