/* `npm run bench`: builds the pages, then measures them in the browser that the tests use. `--help` tells the options. */
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { findTestBrowser } from '../../tools/test-browser.js'
import { benchProduct } from './gateway.js'
import { benchLoad } from './load.js'
import { writeMarkdown } from './markdown.js'
import { readPlan } from './plan.js'
import { promisesTable } from './promises.js'
import { benchReaders } from './readers.js'
import { say } from './say.js'
import { benchScreens } from './screens.js'
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

const options = { browsers, server, plan, pageOf, launch, repeat: plan.repeat }
const sections = []
const defects = []
let measured = new Map()

const parts = {
  async readers() {
    const readers = await benchReaders(options)
    measured = readers.measured
    defects.push(...readers.defects)
    return readers.sections
  },
  tail: async () => [await benchTail(options)],
  gateway: async () => await benchProduct(options),
  load: async () => [await benchLoad({ readers: 500, seconds: 30 })],
  screens: async () => await benchScreens(options),
}

try {
  for (const name of plan.parts) {
    // What one part comes to must not cost the figures of the others.
    try {
      sections.push(...(await parts[name]()))
    } catch (error) {
      console.error(error)
      defects.push(`${name}: ${error instanceof Error ? error.message : error}`)
    }
  }
  defects.push(...sections.flatMap((section) => section.defects ?? []))
  const promises = promisesTable(
    measured,
    sections.flatMap((section) => section.promises ?? []),
    defects,
  )
  say(`\n${promises.title}\n\n${promises.text}`)
  if (plan.markdown) writeMarkdown([promises, ...sections], await browsers.version())
  process.exitCode = defects.length === 0 ? 0 : 1
} finally {
  await browsers.end()
  server.close()
}
