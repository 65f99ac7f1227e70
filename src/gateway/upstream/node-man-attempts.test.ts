import { expect, test } from 'vitest'
import type { NodeManInstanceId, NodeManJobId, NodeManTaskId } from '#contract'
import { callBy } from './fetch-call.ts'
import { createNodeManUpstream } from './node-man.ts'
import type { NodeManDialect } from './node-man-calls.ts'
import { createRoom } from './room.ts'
import { createTransport } from './transport.ts'
import type { CallContext, LogFrame } from './upstream.ts'

const gen1: NodeManDialect = { api: 'gateway', logPath: '/open/api/job/{id}/log/' }
const gen2: NodeManDialect = { api: 'gateway', logPath: '/api/job/{pk}/log/' }
const jobId = '7' as NodeManJobId
const instanceId = 'host|instance|host|1' as NodeManInstanceId
const context: CallContext = {
  identity: { by: 'token', cookie: 'bk_token', value: 'ticket' },
  language: 'en',
  signal: new AbortController().signal,
  requestId: 'own-id',
}

const ok = (data: unknown) => ({ result: true, code: 0, message: '', data })
const absent = { result: false, code: 3800007, message: '订阅任务实例不存在（3800007）', data: null }
const jobOf = (taskIds: readonly (number | string)[], id = 7) =>
  ok({ total: 1, list: [{ id, subscription_id: 20_007, task_id_list: taskIds }] })
const secret = 'S3cret'
const result = (status: string) =>
  ok({
    status,
    start_time: '2025-08-30 22:50:52',
    finish_time: null,
    steps: [
      {
        target_hosts: [
          {
            sub_steps: [
              {
                node_name: '安装',
                status,
                log: '[x] 开始',
                start_time: '2025-08-30 22:50:52',
                finish_time: null,
              },
              { node_name: '绑定', status: 'PENDING', log: '', inputs: { password: secret } },
            ],
          },
        ],
      },
    ],
  })

/** A node-man that answers the job list with the first answer and each attempt by its task id. */
function nodeManWith(list: unknown, byTask: Readonly<Record<string, unknown>> = {}, dialect = gen2) {
  const asked: unknown[] = []
  const transport = createTransport({
    ask: callBy(async (request) => {
      const body = JSON.parse(await request.text())
      asked.push(body)
      const isList = request.url.endsWith('/job_list/')
      return Response.json(isList ? list : byTask[String(body.task_id_list[0])])
    }),
    baseUrl: 'https://bkapi.example/api/bk-nodeman/prod',
    style: 'gateway',
    system: 'node-man',
    appCode: 'joblens',
    appSecret: 'app-secret',
    room: createRoom(),
    timeouts: { backoffMs: 1 },
  })
  return { asked, nodeMan: createNodeManUpstream({ ...dialect, transport, timeZone: 'Asia/Shanghai' }) }
}

async function framesOf(stream: AsyncIterable<LogFrame>): Promise<LogFrame[]> {
  const frames: LogFrame[] = []
  for await (const frame of stream) frames.push({ ...frame, text: frame.text.toString() })
  return frames
}

test('the attempts at one host are those tasks of the job it took part in', async () => {
  const { nodeMan } = nodeManWith(jobOf([71, 72, 73]), {
    71: result('FAILED'),
    72: absent,
    73: result('SUCCESS'),
  })
  const startedAt = Date.parse('2025-08-30T22:50:52+08:00')
  expect(await nodeMan.attempts(jobId, instanceId, context)).toEqual([
    { taskId: '71', status: 'FAILED', startedAt, endedAt: null },
    { taskId: '73', status: 'SUCCESS', startedAt, endedAt: null },
  ])
})

test('a job that was never retried costs one call', async () => {
  const { nodeMan, asked } = nodeManWith(jobOf([71]))
  expect(await nodeMan.attempts(jobId, instanceId, context)).toEqual([])
  expect(asked).toHaveLength(1)
  expect(asked[0]).toMatchObject({ job_id: [7] })
})

test('the steps of an earlier attempt come as those of the newest do, without what was put into them', async () => {
  const { nodeMan, asked } = nodeManWith(jobOf([71, 72]), { 71: result('FAILED') })
  const frames = await framesOf(nodeMan.stepLogs(jobId, instanceId, context, '71' as NodeManTaskId))
  expect(frames.map(({ header }) => header.kind)).toEqual(['node-man-step', 'node-man-step', 'end'])
  expect(frames[0]).toMatchObject({
    header: { key: 'step-0', step: { index: 0, name: '安装', status: 'FAILED' } },
    text: '[x] 开始',
  })
  expect(JSON.stringify(frames)).not.toContain(secret)
  expect(asked[1]).toMatchObject({ subscription_id: 20_007, instance_id: instanceId, task_id_list: [71] })
})

test('a task of another job is not to be had through this one', async () => {
  const { nodeMan, asked } = nodeManWith(jobOf([71, 72]), { 99: result('FAILED') })
  const stream = nodeMan.stepLogs(jobId, instanceId, context, '99' as NodeManTaskId)
  await expect(framesOf(stream)).rejects.toMatchObject({ facts: { kind: 'not-found' } })
  expect(asked).toHaveLength(1)
})

test('a job that is not on the list has no attempts to choose from', async () => {
  const { nodeMan } = nodeManWith(ok({ total: 0, list: [] }))
  expect(await nodeMan.attempts(jobId, instanceId, context)).toEqual([])
})

test('without a job list there are no attempts, and nobody is asked', async () => {
  const { nodeMan, asked } = nodeManWith(jobOf([71, 72]), {}, gen1)
  await expect(nodeMan.attempts(jobId, instanceId, context)).rejects.toMatchObject({
    facts: { kind: 'not-offered' },
  })
  expect(asked).toHaveLength(0)
})
