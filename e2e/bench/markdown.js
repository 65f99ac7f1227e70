import { readFileSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'

const file = new URL('../../docs/performance.md', import.meta.url)
const begin = '<!-- bench: begin, written by `npm run bench -- --markdown` -->'
const end = '<!-- bench: end -->'

/**
 * Writes what was measured between the markers of docs/performance.md.
 * @param {{ title: string, text: string }[]} sections
 * @param {string} browserVersion
 */
export function writeMarkdown(sections, browserVersion) {
  const document = readFileSync(file, 'utf8')
  const [before, rest] = document.split(begin)
  const after = rest?.split(end)[1]
  if (after === undefined) throw new Error('docs/performance.md has lost its markers')
  const parts = sections.map(({ title, text }) => `### ${title}\n\n${text}`)
  const body = [setting(browserVersion), ...parts].join('\n\n')
  writeFileSync(file, `${before}${begin}\n\n${body}\n\n${end}${after}`)
}

function setting(browserVersion) {
  const date = new Date().toISOString().slice(0, 10)
  const machine = `${process.platform} ${process.arch}, ${cpus().length} cores, Node ${process.versions.node}`
  return `Measured on ${date}: Chromium ${browserVersion} headless, loopback, ${machine}.\nVersions: ${versions().join(', ')}.`
}

function versions() {
  const read = (path) => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')).dependencies
  const { 'react-window': list, react } = read('../../package.json')
  const peers = Object.entries(read('peers/package.json')).filter(([name]) => !/^react(-dom)?$/.test(name))
  return [`react ${react}`, `react-window ${list}`, ...peers.map(([name, version]) => `${name} ${version}`)]
}
