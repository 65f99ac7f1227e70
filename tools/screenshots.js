/*
 * `node tools/screenshots.js`: takes the pictures of docs/images anew, from the built product on its sandbox. Look at
 * them before committing them.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright'
import { spawnServer } from '../e2e/bench/spawn-server.js'
import { findTestBrowser } from './test-browser.js'

const folder = fileURLToPath(new URL('../docs/images', import.meta.url))
const wide = { width: 1280, height: 800 }
const phone = { width: 360, height: 740 }

/** name, path, theme, language, size */
const pictures = [
  ['step-light-en-1280', '/biz/2/job-instances/20000000001/steps/20000000102?host=1138', 'light', 'en', wide],
  [
    'step-dark-zh-1280',
    '/biz/2/job-instances/20000000001/steps/20000000102?host=1138',
    'dark',
    'zh-CN',
    wide,
  ],
  ['step-dark-en-360', '/biz/2/job-instances/20000000001/steps/20000000102?host=1138', 'dark', 'en', phone],
  [
    'colours-dark-en-1280',
    '/biz/2/job-instances/20000000004/steps/20000000401?host=50001',
    'dark',
    'en',
    wide,
  ],
  ['transfers-light-en-1280', '/biz/2/job-instances/20000000015/steps/20000001501', 'light', 'en', wide],
  ['transfers-light-zh-360', '/biz/2/job-instances/20000000015/steps/20000001501', 'light', 'zh-CN', phone],
  ['job-instance-light-en-1280', '/biz/2/job-instances/20000000001', 'light', 'en', wide],
  ['history-light-zh-1280', '/biz/2/job-instances', 'light', 'zh-CN', wide],
  ['find-light-en-1280', '/', 'light', 'en', wide],
  [
    'node-man-light-en-1280',
    '/node-man/jobs/1103/instances/host%7Cinstance%7Chost%7C10.2.0.3-0-0',
    'light',
    'en',
    wide,
  ],
  [
    'node-man-dark-zh-360',
    '/node-man/jobs/1103/instances/host%7Cinstance%7Chost%7C10.2.0.3-0-0',
    'dark',
    'zh-CN',
    phone,
  ],
  ['denied-light-en-1280', '/biz/3/job-instances/20000000001', 'light', 'en', wide],
]

mkdirSync(folder, { recursive: true })
const server = await spawnServer('dist/server/server.js', {})
const { executablePath, args, env } = await findTestBrowser()
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
try {
  for (const [name, path, colorScheme, locale, viewport] of pictures) {
    const context = await browser.newContext({ colorScheme, locale, viewport, timezoneId: 'Asia/Shanghai' })
    const page = await context.newPage()
    await page.goto(`${server.url}${path}${path.includes('?') ? '&' : '?'}lang=${locale}`)
    await page.getByRole('heading').first().waitFor()
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    if (path.includes('/steps/') || path.includes('/instances/')) {
      await page.locator('[role=log] [role=listitem], [role=grid] [role=row]').first().waitFor()
    }
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 700)))
    await page.screenshot({ path: join(folder, `${name}.png`) })
    await context.close()
    console.log(name)
  }
} finally {
  await browser.close()
  server.stop()
}
