import { expect, test } from 'vitest'
import type { StepLogQuery } from '#contract'
import {
  callContext,
  collect,
  json,
  recordingFetch,
  SECRET,
  stepAt,
  TICKET,
  upstreamTo,
} from './job-upstream.fixture.ts'
import { esbExample } from './spec-2.fixture.ts'

const step = stepAt('biz', '1', '100', '200')

const resultRow = (bk_host_id: number, ip: string | null) => ({ bk_host_id, ip, bk_cloud_id: 0, status: 9 })
const status = {
  result: true,
  code: 0,
  data: {
    finished: true,
    job_instance: { job_instance_id: 100, name: 'n', status: 3 },
    step_instance_list: [
      {
        step_instance_id: 200,
        status: 3,
        step_ip_result_list: [resultRow(11, '10.0.0.1'), resultRow(12, null)],
      },
    ],
  },
}

async function ask(query: StepLogQuery, address = step) {
  const { fetch, sent } = recordingFetch(({ url }) =>
    json(url.includes('get_job_instance_status') ? status : esbExample),
  )
  const frames = await collect(upstreamTo('esb', fetch).stepLogs(address, query, callContext()))
  return { frames, sent, bodies: sent.map(({ body }) => JSON.parse(body)) }
}

const credentials = `"bk_app_code":"joblens","bk_app_secret":"${SECRET}","bk_token":"${TICKET}"`

test('the request is the documented one, to the letter', async () => {
  const { sent } = await ask({ keys: ['0:10.0.0.1', '0:10.0.0.2'] })
  expect(sent).toEqual([
    {
      method: 'POST',
      url: 'https://paas.test/api/c/compapi/v2/jobv3/batch_get_job_instance_ip_log/',
      headers: {
        accept: 'application/json',
        'content-type': 'application/json',
        'blueking-language': 'zh-cn',
      },
      body: `{${credentials},"bk_biz_id":1,"job_instance_id":100,"step_instance_id":200,"ip_list":[{"bk_cloud_id":0,"ip":"10.0.0.1"},{"bk_cloud_id":0,"ip":"10.0.0.2"}]}`,
    },
  ])
})

test('the example comes out as a download and an upload', async () => {
  const { frames } = await ask({ keys: ['0:10.0.0.1', '0:10.0.0.2'] })
  expect(frames.map(({ header }) => header.kind)).toEqual(['log-type', 'transfer', 'transfer', 'end'])
  expect(frames[1]?.header).toMatchObject({
    hostKey: '0:10.0.0.1',
    transfer: {
      direction: 'download',
      source: { kind: 'host', hostId: null, cloudId: '0', ip: '10.0.0.2' },
      destination: { ip: '10.0.0.1' },
      size: null,
      speed: null,
      progress: null,
    },
  })
  expect(frames[2]?.header).toMatchObject({
    hostKey: '0:10.0.0.2',
    transfer: { direction: 'upload', destination: null },
  })
})

test('a host id goes as the address known for it, and answers under its id', async () => {
  const { bodies, frames } = await ask({
    keys: ['11', '12'],
    addresses: { '11': '0:10.0.0.1', '12': '0:10.0.0.2' },
  })
  expect(bodies.map((body) => body.ip_list)).toEqual([
    [
      { bk_cloud_id: 0, ip: '10.0.0.1' },
      { bk_cloud_id: 0, ip: '10.0.0.2' },
    ],
  ])
  expect(frames.flatMap(({ header }) => (header.kind === 'transfer' ? [header.hostKey] : []))).toEqual([
    '11',
    '12',
  ])
})

test('host ids without an address are looked up; one without IPv4 goes by id in a call of its own', async () => {
  const { sent, bodies, frames } = await ask({ keys: ['11', '12'] })
  expect(sent[0]?.body).toBe(
    `{${credentials},"bk_biz_id":1,"bk_scope_type":"biz","bk_scope_id":"1","job_instance_id":100,"return_ip_result":true}`,
  )
  expect(bodies.slice(1).map(({ ip_list, host_id_list }) => ip_list ?? host_id_list)).toEqual([
    [{ bk_cloud_id: 0, ip: '10.0.0.1' }],
    [12],
  ])
  expect(frames.at(-1)?.header).toMatchObject({ totals: { hosts: 2, transfers: 1, missing: 1 } })
})

test('a business set goes by scope', async () => {
  const { bodies } = await ask({ keys: ['0:10.0.0.1'] }, stepAt('biz_set', '9', '100', '200'))
  expect(bodies[0]).toMatchObject({ bk_scope_type: 'biz_set', bk_scope_id: '9' })
  expect(bodies[0]).not.toHaveProperty('bk_biz_id')
})

test('ids at the end of what a long holds arrive unharmed', async () => {
  const { sent } = await ask(
    { keys: ['0:10.0.0.1'] },
    stepAt('biz', '1', '9223372036854775807', '9007199254740993'),
  )
  expect(sent[0]?.body).toContain(
    '"job_instance_id":9223372036854775807,"step_instance_id":9007199254740993,',
  )
})

test('a denial in the documented envelope ends the request', async () => {
  const { fetch } = recordingFetch(() =>
    json({
      result: false,
      code: 9900403,
      message: 'no',
      data: null,
      permission: { actions: [{ id: 'view_history' }] },
      request_id: 'r',
    }),
  )
  const frames = upstreamTo('esb', fetch).stepLogs(step, { keys: ['0:10.0.0.1'] }, callContext())
  await expect(collect(frames)).rejects.toMatchObject({
    facts: { kind: 'denied', requestId: 'r', permissions: [{ action: 'view_history' }] },
  })
})

test('a host id that nobody can look up is told what would help, with the request id', async () => {
  const missing = { result: false, code: 1306404, message: 'Component not found', request_id: 'esb-7' }
  const { fetch, sent } = recordingFetch(() => json(missing))
  const stream = upstreamTo('esb', fetch).stepLogs(step, { keys: ['12'] }, callContext())
  await expect(collect(stream)).rejects.toMatchObject({
    facts: {
      kind: 'not-offered',
      requestId: 'esb-7',
      message: expect.stringContaining('name the hosts as cloud:ip'),
    },
  })
  expect(sent).toHaveLength(1)
})
