/* `npm run bench`: builds the pages, then measures them in the browser that the tests use. */
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chromium } from 'playwright'
import { build } from 'vite'
import { findTestBrowser } from '../../tools/test-browser.js'
import { benchGateway } from './gateway.js'
import { benchReaders } from './readers.js'
import { startServer } from './server.js'
import { spawnServer } from './spawn-server.js'
import { benchStepLog } from './step-log.js'

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
const sandbox = await spawnServer('dist/sandbox/sandbox-server.js', {})
const gateway = await spawnServer('dist/server/server.js', {
  JOBLENS_APP_CODE: 'bench',
  JOBLENS_APP_SECRET: 'bench',
  JOBLENS_JOB_API: 'gateway-v3',
  JOBLENS_JOB_URL: `${sandbox.url}/api/bk-job/prod`,
})
const browser = await chromium.launch({ executablePath, args, env: { ...process.env, ...env } })
try {
  const lineCounts = values.lines.split(',').map(Number)
  const repeat = Number(values.repeat)
  await benchReaders({ browser, server, lineCounts, repeat })
  await benchStepLog({ sandbox: sandbox.url, gateway, repeat })
  const cases = [
    {
      name: '5 MiB log',
      path: '/biz/2/job-instances/20000000003/steps/20000000301?lang=en',
      whole: '5 MB',
    },
    {
      name: '2,000 hosts',
      path: '/biz/2/job-instances/20000000001/steps/20000000102?lang=en',
      whole: '2,000 hosts',
    },
  ]
  await benchGateway({ browser, origin: gateway.url, cases, repeat })
} finally {
  await browser.close()
  server.close()
  gateway.stop()
  sandbox.stop()
}
