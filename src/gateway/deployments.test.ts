import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { createTestGateway } from './gateway.fixture.ts'

/* What the files for operators say is what the gateway knows. */

const root = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(root, path), 'utf8')

const kubernetes = read('tools/deploy/kubernetes/joblens.yaml')
const dockerfile = read('Dockerfile')
const nginx = read('tools/deploy/nginx.conf')

/** The members in capital letters of the configuration map and the secret. */
function environmentOf(manifest: string): Record<string, string> {
  const members = [...manifest.matchAll(/^ {2}([A-Z][A-Z_]+): "?([^"\n]*)"?$/gm)]
  return Object.fromEntries(members.map(([, name = '', value = '']) => [name, value]))
}

test('the manifest is a configuration without a mistake, and says where it is served', () => {
  const environment = environmentOf(kubernetes)
  const result = readConfig(environment)
  expect(result).toMatchObject({ ok: true, warnings: [] })
  if (!result.ok) return
  const { config } = result
  expect(kubernetes).toContain(`containerPort: ${config.port} `)
  expect(kubernetes).toContain(`prometheus.io/port: "${config.port}"`)
  expect(kubernetes).toContain(`- path: ${config.basePath}\n`)
  for (const host of config.publicHosts ?? ['not set']) expect(kubernetes).toContain(`- host: ${host}\n`)
  expect(nginx).toContain(`location ${config.basePath} {`)
  expect(dockerfile).toContain(`PORT=${config.port}\n`)
})

test('every probe asks for what is there', async () => {
  const probes = [...kubernetes.matchAll(/httpGet: \{ path: "?([^ ",]+)"?, port: http \}/g)]
  const healthCheck = /127\.0\.0\.1:\$\{process\.env\.PORT\}(\/\w+)/.exec(dockerfile)?.[1] ?? ''
  const scraped = /prometheus\.io\/path: (\S+)/.exec(kubernetes)?.[1] ?? ''
  expect(probes).toHaveLength(3)
  const { gateway } = createTestGateway({ environment: environmentOf(kubernetes) })
  for (const path of [...probes.map(([, path = '']) => path), healthCheck, scraped]) {
    // Probes come to the address of the pod.
    expect((await gateway.fetch(new Request(`http://10.1.2.3:5000${path}`))).status).toBe(200)
  }
})

test('the manifest allows the memory and the time that operators are told of', () => {
  const operating = read('docs/operating.md')
  const allowed = /limits: \{ memory: (\d+)Mi \}/.exec(kubernetes)?.[1]
  const asked = /requests: \{ cpu: \w+, memory: (\d+)Mi \}/.exec(kubernetes)?.[1]
  expect(operating).toContain(`Sizing: ${asked} MB asked for, ${allowed} MB allowed.`)
  const most = /The most that any run took was (\d+) MB/.exec(operating)?.[1]
  expect(Number(allowed) * 1.048_576).toBeGreaterThan(Number(most) * 1.1)
  // Killed at the end of the grace period: by then the wait before the signal and the server's own limit are over.
  const grace = Number(/terminationGracePeriodSeconds: (\d+)/.exec(kubernetes)?.[1])
  const wait = Number(/command: \[sleep, "(\d+)"\]/.exec(kubernetes)?.[1])
  const stopMs = Number(/SHUTDOWN_MS = ([\d_]+)/.exec(read('src/run-server.ts'))?.[1]?.replaceAll('_', ''))
  expect(grace * 1000).toBeGreaterThan(wait * 1000 + stopMs + 1000)
})

test('every probe of the PaaS asks for what is there', async () => {
  const probes = [...read('app_desc.yaml').matchAll(/http_get: \{ port: 5000, path: "?([^ ",]+)"? \}/g)]
  expect(probes).toHaveLength(3)
  const { gateway } = createTestGateway({ environment: { BKPAAS_SUB_PATH: '/joblens/', PORT: '5000' } })
  for (const [, path = ''] of probes) {
    expect((await gateway.fetch(new Request(`http://10.1.2.3:5000${path}`))).status).toBe(200)
  }
})

test('the image is built from all that the build reads', () => {
  const ignored = read('.dockerignore').split('\n')
  const { references } = JSON.parse(read('tsconfig.json').replace(/^\s*\/\/.*$/gm, '')) as {
    readonly references: readonly { readonly path: string }[]
  }
  const names = references.map(({ path }) => path.replace(/^\.\//, ''))
  expect(names).toContain('e2e')
  // Vite reads every project that is referred to, and fails without.
  for (const name of names) {
    const isLeftOut = ignored.includes(name) || ignored.includes(`${name}/*`)
    expect([name, !isLeftOut || ignored.includes(`!${name}/tsconfig.json`)]).toEqual([name, true])
  }
})

test('every variable that is named to operators is one that is read', () => {
  const sources = ['config', 'config-upstreams', 'config-variables'].map((name) =>
    read(`src/gateway/${name}.ts`),
  )
  const known = new Set(sources.join('').match(/\b(?:JOBLENS|BKPAAS|BK)_[A-Z_]+\b/g))
  const files = ['README.md', 'docs/operating.md', 'app_desc.yaml', 'Dockerfile']
  const texts = [...files.map(read), kubernetes, nginx].join('')
  const named = new Set(texts.match(/\b(?:JOBLENS|BKPAAS)_[A-Z_]*[A-Z]\b/g))
  expect(named.size).toBeGreaterThan(15)
  expect([...named].filter((name) => !known.has(name))).toEqual([])
})
