import { expect, test } from 'vitest'
import type { Api } from '#api'
import type { NodeManInstanceQuery } from '#contract'
import { readJobHosts } from './read-job-hosts.ts'

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
  return { asked, ...(await readJobHosts(api, id, filter, new AbortController().signal)) }
}

test('all pages of a filter are read, each once, and ignored hosts are left out', async () => {
  const { asked, hosts, pages, total } = await read(3000)
  expect([hosts.length, pages, total]).toEqual([3000, 6, 3000])
  expect(asked.map(({ page }) => page)).toEqual([1, 2, 3, 4, 5, 6])
  for (const query of asked) expect(query).toMatchObject({ status: 'FAILED', pageSize: 500 })
})

test('a short list is one question; of a very long one the first ten thousand are read', async () => {
  expect((await read(0)).asked).toHaveLength(1)
  expect((await read(500)).asked).toHaveLength(1)
  const { hosts, total } = await read(12_345)
  expect([hosts.length, total]).toEqual([10_000, 12_345])
})
