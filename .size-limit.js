/*
 * How much script may be in the way (product, section 13). What a page loads before its first log line is not a list
 * kept by hand: it is what the built files import statically, from those that are loaded first on. Whatever comes
 * to be imported early counts from then on.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const client = join(import.meta.dirname, 'dist/client')

/** `import … from "./a.js"` and `import "./a.js"`, not `import("./a.js")`. */
const staticImport = /\b(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g

function addWithImports(path, found) {
  if (found.has(path)) return
  found.add(path)
  for (const [, imported] of readFileSync(path, 'utf8').matchAll(staticImport)) {
    addWithImports(join(dirname(path), imported), found)
  }
}

/** The one script of that name: a build that names it differently is to be looked at. */
function only(name) {
  const isNamed = (file) => file.startsWith(`${name}-`) && /^[\w-]{8}\.js$/.test(file.slice(name.length + 1))
  const files = readdirSync(join(client, 'assets')).filter(isNamed)
  if (files.length !== 1) throw new Error(`${files.length} scripts are named ${name}`)
  return join(client, 'assets', files[0])
}

function scriptBeforeFirstLine(language, ...more) {
  const html = readFileSync(join(client, 'index.html'), 'utf8')
  const scripts = [...html.matchAll(/["'][^"']*\b(assets\/[^"']+\.js)["']/g)].map(([, path]) =>
    join(client, path),
  )
  const found = new Set()
  for (const path of [...scripts, ...['step', 'log.worker', language, ...more].map(only)])
    addWithImports(path, found)
  return [...found]
}

// biome-ignore lint/style/noDefaultExport: size-limit reads no other
export default [
  {
    name: 'all script before the first log line, English',
    path: scriptBeforeFirstLine('en'),
    limit: '200 kB',
  },
  {
    name: 'all script before the first log line, Chinese',
    path: scriptBeforeFirstLine('zh-cn'),
    limit: '200 kB',
  },
  {
    name: 'the same of a link that filters the hosts, Chinese',
    path: scriptBeforeFirstLine('zh-cn', 'filters', 'host-lists'),
    limit: '200 kB',
  },
  { name: 'gateway', path: 'dist/server/**/*.js', limit: '200 kB' },
]
