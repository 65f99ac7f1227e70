/* `npm run bench`: builds the pages, then measures them in the browser that the tests use. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findTestBrowser } from '../../tools/test-browser.js'
import { benchReaders } from './readers.js'
import { startServer } from './server.js'

const { values } = parseArgs({
  options: {
    lines: { type: 'string', default: '10000,100000,1000000' },
    repeat: { type: 'string', default: '5' },
    port: { type: 'string', default: '0' },
  },
})

await build({ configFile: fileURLToPath(new URL('vite.config.js', import.meta.url)) })
const folder = fileURLToPath(new URL('../../node_modules/.cache/joblens-bench', import.meta.url))
const server = await startServer(folder, Number(values.port))
const { executablePath, args, env } = await findTestBrowser()
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
try {
  const lineCounts = values.lines.split(',').map(Number)
  await benchReaders({ browser, server, lineCounts, repeat: Number(values.repeat) })
} finally {
  await browser.close()
  server.close()
}
