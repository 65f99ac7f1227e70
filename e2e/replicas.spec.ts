import { request } from 'node:http'
import { expect, test } from './fixtures.ts'
import { startReplicas } from './replicas.ts'

/* Two replicas behind the nginx of tools/deploy, under a sub-path; where there is no nginx, behind a balancer of Node's. */

/** Status, headers and bytes as they come, which `fetch` would unpack. */
function ask(url: string, headers: Readonly<Record<string, string>> = {}) {
  return new Promise<{ status: number; encoding: string; location: string; text: string }>(
    (resolve, reject) => {
      request(url, { headers }, (answer) => {
        let text = ''
        answer.setEncoding('latin1')
        answer.on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => {
          const { location = '', 'content-encoding': encoding = '' } = answer.headers
          resolve({ status: answer.statusCode ?? 0, encoding, location, text })
        })
      })
        .on('error', reject)
        .end()
    },
  )
}

test('one of two replicas is killed during a live tail, and the tail goes on', async ({
  page,
  context,
}, info) => {
  const { url, balancer, replicas, stop } = await startReplicas()
  info.annotations.push({ type: 'balancer', description: balancer })
  try {
    await context.addCookies([{ name: 'bk_token', value: 'demo', url }])
    await page.goto(`${url}/biz/2/job-instances/20000000017/steps/20000001701?lang=en`)
    const count = page.getByText(/^[\d,]+ lines?\b/).first()
    const grows = async () => {
      const before = (await count.textContent()) ?? ''
      await expect(count).not.toHaveText(before, { timeout: 30_000 })
    }
    await expect(count).toBeVisible()
    await grows()
    for (const { requests } of replicas) expect(await requests()).toBeGreaterThan(0)
    replicas[0]?.kill()
    await grows()
    await grows()
    await expect(page.getByRole('alert')).toHaveCount(0)

    // What passes the balancer, and what does not.
    const origin = new URL(url).origin
    const list = `${url}/api/job-instances/biz/2?from=${Date.now() - 864e5}&to=${Date.now()}&start=0&length=20`
    const cookie = `bk_token=demo; other=${'x'.repeat(20_000)}`
    expect(await ask(list, { cookie, 'accept-encoding': 'gzip, br' })).toMatchObject({
      status: 200,
      encoding: 'br',
    })
    const steps = `${url}/api/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1/log`
    expect(await ask(steps, { cookie, 'accept-encoding': 'gzip' })).toMatchObject({
      status: 200,
      encoding: 'gzip',
    })
    if (balancer !== 'nginx') return
    expect(await ask(`${url}?lang=en`)).toMatchObject({
      status: 308,
      location: expect.stringMatching(/joblens\/\?lang=en$/),
    })
    for (const path of ['metrics', 'ready', 'readyz']) expect((await ask(`${url}/${path}`)).status).toBe(404)
    expect((await ask(`${url}/health`)).text).toBe('ok\n')
    expect((await ask(`${origin}/`)).status).toBe(404)
  } finally {
    await stop()
  }
})
