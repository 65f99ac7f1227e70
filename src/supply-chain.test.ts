import { execSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'

/* What the lock file promises to whoever installs Joblens, on whatever machine. */

const root = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

interface LockedPackage {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly license?: string
  readonly dev?: boolean
  readonly devOptional?: boolean
  readonly optional?: boolean
  readonly os?: readonly string[]
  readonly cpu?: readonly string[]
  readonly libc?: readonly string[]
  readonly hasInstallScript?: boolean
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, LockedPackage>> }
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')
const shipped = packages.filter(([, { dev, devOptional }]) => dev !== true && devOptional !== true)

test('every package has a checksum, and none is tied to a registry that only some can reach', () => {
  const isPublic = (address: string) => address.startsWith('https://registry.npmjs.org/')
  const odd = packages.filter(
    ([, { resolved, integrity = '' }]) =>
      !integrity.startsWith('sha512-') || (resolved !== undefined && !isPublic(resolved)),
  )
  expect(odd).toEqual([])
})

test('nothing that ships runs a program when it is installed, or has a licence that asks for more than its name', () => {
  expect(shipped.filter(([, { hasInstallScript }]) => hasInstallScript === true)).toEqual([])
  const free = new Set(['MIT', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0'])
  expect(shipped.filter(([, { license = '' }]) => !free.has(license))).toEqual([])
})

test('every package Joblens asks for has its reason', () => {
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const reasons = read('docs/decisions/0008-dependencies-and-why.md')
  const unnamed = Object.keys(dependencies).filter(
    (name) => !reasons.includes(name) && !reasons.includes(`${name.split('/')[0]}/*`),
  )
  expect(unnamed).toEqual([])
})

/** Machines people run it on. A package made for each platform must be locked for all of these, or `npm ci` fails there. */
const machines = [
  { os: 'linux', cpu: 'x64', libc: 'glibc' },
  { os: 'linux', cpu: 'x64', libc: 'musl' },
  { os: 'linux', cpu: 'arm64', libc: 'glibc' },
  { os: 'linux', cpu: 'arm64', libc: 'musl' },
  { os: 'darwin', cpu: 'x64', libc: null },
  { os: 'darwin', cpu: 'arm64', libc: null },
  { os: 'win32', cpu: 'x64', libc: null },
] as const

const builds = packages.filter(
  ([, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => /(?:linux|darwin|win32)/.test(name)).length > 2,
)

test.each(builds)('%s is locked for every machine', (_path, { optionalDependencies = {} }) => {
  const locked = Object.keys(optionalDependencies).map((name) => lock.packages[`node_modules/${name}`])
  const lacking = machines.filter(
    ({ os, cpu, libc }) =>
      !locked.some(
        (one) =>
          one?.os?.includes(os) === true &&
          one.cpu?.includes(cpu) === true &&
          (libc === null || one.libc === undefined || one.libc.includes(libc)),
      ),
  )
  expect(lacking).toEqual([])
})

test('there are packages made for each platform', () => {
  expect(builds.length).toBeGreaterThan(2)
})

test('the list of licences is that of the lock file', async () => {
  const tool: unknown = await import(/* @vite-ignore */ pathToFileURL(join(root, 'tools/licences.js')).href)
  const { licences } = tool as { readonly licences: () => string }
  expect(read('docs/licences.md')).toBe(licences())
})

/** As far as it is read here. */
interface Bom {
  readonly bomFormat: string
  readonly metadata: { readonly component: { readonly name: string; readonly type: string } }
  readonly components: readonly { readonly 'bom-ref': string; readonly hashes?: readonly unknown[] }[]
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[]
}

test('the bill of materials lists all that ships, and nothing else', () => {
  const bom = JSON.parse(execSync('npm run sbom --silent', { cwd: root, encoding: 'utf8' })) as Bom
  expect(bom).toMatchObject({
    bomFormat: 'CycloneDX',
    metadata: { component: { name: 'joblens', type: 'application' } },
  })
  const listed = bom.components.map((component) => component['bom-ref'])
  const locked = shipped.map(
    ([path, { version = '' }]) => `${path.slice(path.lastIndexOf('node_modules/') + 13)}@${version}`,
  )
  expect(new Set(listed)).toEqual(new Set(locked))
  expect(bom.components.filter(({ hashes = [] }) => hashes.length === 0)).toEqual([])
  const { dependencies } = JSON.parse(read('package.json')) as { dependencies: Record<string, string> }
  const asked = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`)
  const own = bom.dependencies.find(({ ref }) => ref.startsWith('joblens@'))
  expect(own?.dependsOn).toEqual(expect.arrayContaining(asked))
  const known = new Set(listed)
  expect(bom.dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([])
})
