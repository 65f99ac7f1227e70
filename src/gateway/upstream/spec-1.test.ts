import { expect, test } from 'vitest'
import { callContext, collect, json, recordingFetch, stepAt, upstreamTo } from './job-upstream.fixture.ts'
import { fileExample, scriptExample } from './spec-1.fixture.ts'

const step = stepAt('biz', '1', '100', '200')

async function ask(answer: unknown, query: { keys: string[]; withSources?: boolean }, status = 200) {
  const { fetch, sent } = recordingFetch(() => json(answer, status))
  const frames = await collect(upstreamTo('gateway-v4-ip-log', fetch).stepLogs(step, query, callContext()))
  return { frames, sent }
}

test('the request is the documented one, to the letter', async () => {
  const { sent } = await ask(scriptExample, { keys: ['1', '2'] })
  expect(sent).toHaveLength(1)
  expect(sent[0]).toMatchObject({
    method: 'POST',
    url: 'https://bkapi.test/api/bk-job/prod/api/v4/batch_get_job_instance_ip_log',
    body: '{"bk_scope_type":"biz","bk_scope_id":"1","job_instance_id":100,"step_instance_id":200,"host_id_list":[1,2]}',
  })
})

test('hosts known by address only go in an ip_list', async () => {
  const { sent, frames } = await ask(scriptExample, { keys: ['0:127.0.0.1', '0:127.0.0.2'] })
  expect(JSON.parse(sent[0]?.body ?? '')).toEqual({
    bk_scope_type: 'biz',
    bk_scope_id: '1',
    job_instance_id: 100,
    step_instance_id: 200,
    ip_list: [
      { bk_cloud_id: 0, ip: '127.0.0.1' },
      { bk_cloud_id: 0, ip: '127.0.0.2' },
    ],
  })
  expect(frames.map((frame) => ('key' in frame.header ? frame.header.key : frame.header.kind))).toEqual([
    'log-type',
    '0:127.0.0.1',
    '0:127.0.0.2',
    'end',
  ])
})

test('an IPv6 address that nobody can look up is told which names would help', async () => {
  const missing = { code: 1640401, code_name: 'API_NOT_FOUND', message: 'API not found', result: false }
  const { fetch } = recordingFetch(() => json(missing, 404))
  const stream = upstreamTo('gateway-v4-ip-log', fetch).stepLogs(
    step,
    { keys: ['0:2001:db8::7'] },
    callContext(),
  )
  await expect(collect(stream)).rejects.toMatchObject({
    facts: { kind: 'not-offered', message: expect.stringContaining('name the hosts by their ids') },
  })
})

test('the script example comes out as two logs', async () => {
  const { frames } = await ask(scriptExample, { keys: ['1', '2'] })
  const host = (hostId: string, ip: string) => ({
    kind: 'host',
    hostId,
    cloudId: '0',
    ip,
    ipv6: null,
    cloudName: null,
  })
  const log = (key: string, executeObject: unknown) => ({
    kind: 'script-log',
    key,
    executeObject,
    content: 'text',
  })
  const totals = { hosts: 2, logs: 2, transfers: 0, missing: 0, failed: 0, bytes: 86 }
  expect(frames).toEqual([
    { header: { kind: 'log-type', logType: 'script' }, text: '' },
    { header: log('1', host('1', '127.0.0.1')), text: '[2018-03-15 14:39:30][PID:56875] job_start\n' },
    { header: log('2', host('2', '127.0.0.2')), text: '[2018-03-15 14:39:30][PID:16789] job_start\n' },
    { header: { kind: 'end', totals }, text: '' },
  ])
})

test('the file example comes out as a download and an upload', async () => {
  const { frames } = await ask(fileExample, { keys: ['1', '2'] })
  expect(frames.map((frame) => frame.header.kind)).toEqual(['log-type', 'transfer', 'transfer', 'end'])
  const [, download, upload] = frames
  expect(download?.header).toMatchObject({
    hostKey: '1',
    transfer: {
      direction: 'download',
      source: { hostId: '2', cloudId: '0', ip: '127.0.0.2' },
      sourcePath: '/data/1.log',
      destination: { hostId: '1', ip: '127.0.0.1' },
      destinationPath: '/tmp/1.log',
      status: 4,
      size: '1.0 Bytes',
      speed: '0 KB/s',
      progress: '100%',
    },
  })
  expect(download?.text).toContain('State: dest agent success download file')
  expect(upload?.header).toMatchObject({
    hostKey: '2',
    transfer: { direction: 'upload', source: { hostId: '2' }, destination: null, destinationPath: null },
  })
})

test('the sources of downloads are asked for too, and are not missing when they do not answer', async () => {
  const [first] = fileExample.data.file_logs
  const { fetch, sent } = recordingFetch((_, index) =>
    json(index === 0 ? { data: { ...fileExample.data, file_logs: [first] } } : fileExample),
  )
  const query = { keys: ['1'], withSources: true }
  const frames = await collect(upstreamTo('gateway-v4-ip-log', fetch).stepLogs(step, query, callContext()))
  expect(sent.map(({ body }) => JSON.parse(body).host_id_list)).toEqual([[1], [2]])
  expect(frames.map(({ header }) => (header.kind === 'transfer' ? header.hostKey : header.kind))).toEqual([
    'log-type',
    '1',
    '2',
    'end',
  ])
  expect(frames.at(-1)?.header).toMatchObject({ totals: { hosts: 2, transfers: 2, missing: 0 } })
})

test('the documented failures are told as such', async () => {
  const bad = { error: { code: 'INVALID_ARGUMENT', message: '请求参数[bk_scope_type]不合法' } }
  await expect(ask(bad, { keys: ['1'] }, 400)).rejects.toMatchObject({
    facts: { kind: 'bad-request', message: '请求参数[bk_scope_type]不合法' },
  })
  const denied = {
    error: {
      code: 'NO_PERMISSION',
      message: '用户(张三)权限不足',
      data: { actions: [{ id: 'access_business' }] },
    },
  }
  await expect(ask(denied, { keys: ['1'] }, 403)).rejects.toMatchObject({
    facts: { kind: 'denied', permissions: [{ action: 'access_business' }] },
  })
})
