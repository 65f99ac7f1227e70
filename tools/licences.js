/*
 * `node tools/licences.js`: writes docs/licences.md, the licences of everything that ships: what the gateway loads and what
 * the build puts into the app. From the lock file alone, so it says the same on every machine.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const root = new URL('../', import.meta.url)

/** The document as it should stand. */
export function licences() {
  const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8'))
  const shipped = Object.entries(packages).filter(
    ([path, { dev, devOptional }]) => path !== '' && !dev && !devOptional,
  )
  const byLicence = new Map()
  for (const [path, { license = 'unknown' }] of shipped) {
    const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
    byLicence.set(license, new Set([...(byLicence.get(license) ?? []), name]))
  }
  const rows = [...byLicence].sort(([one], [other]) => (one < other ? -1 : 1))
  const lines = rows.map(([licence, names]) => `| ${licence} | ${[...names].sort().join(', ')} |`)
  return `# Licences

Joblens is under the [MIT licence](../LICENSE). These packages ship with it: what the gateway loads, and what the build puts
into the app. Written by \`node tools/licences.js\` from the lock file; versions and checksums are in \`npm run sbom\`.

| licence | packages |
|---|---|
${lines.join('\n')}
`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(new URL('docs/licences.md', root), licences())
}
