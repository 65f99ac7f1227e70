/* `npm run bench`: builds the pages, then measures them in the browser that the tests use. `--help` tells the options. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findTestBrowser } from '../../tools/test-browser.js'
import { benchProduct } from './gateway.js'
import { writeMarkdown } from './markdown.js'
import { readPlan } from './plan.js'
import { promisesTable } from './promises.js'
import { benchReaders } from './readers.js'
import { startServer } from './server.js'
import { createBrowsers } from './session.js'
import { benchTail } from './tail.js'

const plan = readPlan()
await build({ configFile: fileURLToPath(new URL('vite.config.js', import.meta.url)) })
const folder = fileURLToPath(new URL('../../node_modules/.cache/joblens-bench', import.meta.url))
const server = await startServer(folder, plan.port)
const { executablePath, args, env } = await findTestBrowser()
const launch = { executablePath, args, env: { ...process.env, ...env } }
const browsers = createBrowsers({ launch, maxBytes: plan.maxBytes })
const pageOf = ({ id, isPeer }) =>
  `${server.origin}/sub/path/e2e/bench/${isPeer ? 'peers/' : ''}page.html?viewer=${id}`

const sections = []
try {
  const readers = plan.parts.includes('readers')
    ? await benchReaders({ browsers, server, plan, pageOf })
    : null
  sections.push(...(readers?.sections ?? []))
  if (plan.parts.includes('tail')) sections.push(await benchTail({ browsers, server, plan, pageOf }))
  if (plan.parts.includes('gateway')) sections.push(...(await benchProduct({ launch, repeat: plan.repeat })))
  const others = sections.flatMap(({ promises = [] }) => promises)
  const promises = promisesTable(readers?.measured ?? new Map(), others)
  console.log(`\n${promises.title}\n\n${promises.text}`)
  if (plan.markdown) writeMarkdown([promises, ...sections], await browsers.version())
} finally {
  await browsers.end()
  server.close()
}
