import { expect, test } from 'vitest'
import type { Api } from '#api'
import type { NodeManInstanceQuery } from '#contract'
import { type HostsRead, hostsPollMs, readJobHosts } from './node-man-read-hosts.ts'

/** A job of so many hosts, as the gateway pages them; an ignored one is on every page (bk-nodeman B3). */
function jobOf(total: number) {
  const asked: Partial<NodeManInstanceQuery>[] = []
  const nodeManJob = async (_id: string, query: Partial<NodeManInstanceQuery>) => {
    asked.push(query)
    const { page = 1, pageSize = 50 } = query
    const count = Math.max(0, Math.min(pageSize, total - (page - 1) * pageSize))
    const rows = Array.from({ length: count }, (_, at) => ({ id: `${page}-${at}`, ignored: false }))
    return {
      job: { status: 'FAILED' },
      instances: [...rows, { id: null, ignored: true }],
      total,
      page,
      pageSize,
    }
  }
  return { asked, api: { nodeManJob } as unknown as Api }
}

async function read(total: number) {
  const { asked, api } = jobOf(total)
  const id = '42' as Parameters<typeof readJobHosts>[1]
  const filter = { status: 'FAILED', ip: null }
  const told: HostsRead[] = []
  const tell = (progress: HostsRead) => told.push(progress)
  return { asked, told, ...(await readJobHosts(api, id, filter, new AbortController().signal, tell)) }
}

test('all pages of a filter are read, each once, and ignored hosts are left out', async () => {
  const { asked, hosts, pages, total } = await read(3000)
  expect([hosts.length, pages, total]).toEqual([3000, 6, 3000])
  expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6])
  for (const query of asked) expect(query).toMatchObject({ status: 'FAILED', pageSize: 500 })
})

test('how far it has come is told after every answer', async () => {
  expect((await read(3000)).told).toEqual([
    { read: 500, all: 3000 },
    { read: 2000, all: 3000 },
    { read: 3000, all: 3000 },
  ])
  expect((await read(12_345)).told.at(-1)).toEqual({ read: 10_000, all: 10_000 })
})

test('a short list is one question; of a very long one the first ten thousand are read', async () => {
  expect((await read(0)).asked).toHaveLength(1)
  expect((await read(500)).asked).toHaveLength(1)
  const { hosts, total } = await read(12_345)
  expect([hosts.length, total]).toEqual([10_000, 12_345])
})

test('the list of hosts is read again while the job runs, a long one less often, and no more when it is over', () => {
  expect(hostsPollMs(undefined)).toBe(false)
  expect(hostsPollMs({ job: { status: 'RUNNING' }, pages: 1 })).toBe(5_000)
  expect(hostsPollMs({ job: { status: 'PENDING' }, pages: 6 })).toBe(30_000)
  expect(hostsPollMs({ job: { status: 'PART_FAILED' }, pages: 6 })).toBe(false)
})
