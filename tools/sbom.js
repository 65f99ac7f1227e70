/*
 * `npm run sbom --silent`: the CycloneDX document of everything that ships, on standard output, from the lock file alone.
 *
 * npm makes the document. What ships is chosen here: npm's own `--omit dev` also leaves out each package that something for
 * development asks for as well, a direct dependency (zod) among them.
 */
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'

const { name, packages } = JSON.parse(readFileSync(new URL('../package-lock.json', import.meta.url), 'utf8'))
const bom = JSON.parse(await text(process.stdin))

const shipped = new Set([bom.metadata.component['bom-ref']])
for (const [path, { version, dev, devOptional }] of Object.entries(packages)) {
  const at = path.lastIndexOf('node_modules/')
  if (at !== -1 && !dev && !devOptional) shipped.add(`${path.slice(at + 'node_modules/'.length)}@${version}`)
}

// npm takes the name of the folder.
bom.metadata.component.name = name
bom.components = bom.components.filter(({ 'bom-ref': ref }) => shipped.has(ref))
bom.dependencies = bom.dependencies
  .filter(({ ref }) => shipped.has(ref))
  .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((one) => shipped.has(one)) }))
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`)
