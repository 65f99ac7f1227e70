import { expect, test } from 'vitest'
import { ask, esbRequest, GATEWAY, gatewayRequest, logRequest, standingSandbox } from '../sandbox.fixture.ts'

const { sandbox } = standingSandbox()
const SECOND = 1000

type Step = {
  step: string
  status: string
  log: string
  start_time: string | null
  finish_time: string | null
}

async function steps(jobId: number, instanceId: string, of = sandbox): Promise<Step[]> {
  return (await ask(of, logRequest(jobId, instanceId))).data
}

function host(id: number): string {
  return `host|instance|host|${id}`
}

const statuses = (list: readonly Step[]) => list.map(({ status }) => status)

test('answers are ASCII: Chinese and emoji travel as escapes', async () => {
  const text = await (await sandbox.fetch(logRequest(1119, host(2_000_200_290)))).text()
  expect([...text].every((char) => char <= '\u007f')).toBe(true)
  expect(text).toContain(String.raw`\u8c03\u8bd5\u63d2\u4ef6`)
  expect(JSON.parse(text).message).toBe('')
})

test('a step has five keys, and its log opens and closes with the step’s name', async () => {
  const list = await steps(1004, host(2_000_200_040))
  for (const step of list) {
    expect(Object.keys(step)).toEqual(['step', 'status', 'log', 'start_time', 'finish_time'])
    const lines = step.log.split('\n')
    expect(lines[0]).toBe(`[${step.start_time} INFO] 开始 ${step.step}.`)
    expect(lines.at(-1)).toBe(`[${step.finish_time} INFO] ${step.step} 成功`)
  }
  expect(list.filter((step) => step.start_time === step.finish_time)).toHaveLength(4)
})

test.each([
  ['an unknown job', 77, 'x', 3801012, '不存在ID为77的任务（3801012）'],
  ['an unknown instance', 1, 'x', 3800007, '（订阅任务实例不存在'],
  ['no instance', 1, '', 3800001, '（3800001）'],
])('%s fails inside HTTP 200', async (_, jobId, instanceId, code, words) => {
  const answer = await sandbox.fetch(logRequest(jobId, instanceId))
  expect(answer.status).toBe(200)
  const body = await answer.json()
  expect(body).toMatchObject({ result: false, code, data: null, errors: null })
  expect(body.message.replace('(', '（')).toContain(words)
  expect(body.message).toMatch(new RegExp(`（${code}）$`))
})

test('a job id that is no number is an unexpected error', async () => {
  const body = await ask(sandbox, gatewayRequest(`${GATEWAY}/api/job/abc/log/?instance_id=x`))
  expect(body).toMatchObject({ code: 3800500, message: '系统错误，请联系管理员（3800500）' })
})

test('a denied job names the permission, and its code is a string', async () => {
  const body = await ask(sandbox, logRequest(1123, host(2_000_300_000)))
  expect(body).toMatchObject({
    result: false,
    code: '9900403',
    message: '当前用户无 [任务历史查看] 权限（9900403）',
  })
  expect(body.data.apply_url).toMatch(/^https:/)
  expect(body.data.permission.actions[0]).toMatchObject({
    id: 'task_history_view',
    related_resource_types: [{ type: 'biz', instances: [[{ type: 'biz', id: '3' }]] }],
  })
})

test('a running step’s finish time moves with its last line', async () => {
  const bench = standingSandbox()
  const id = 'host|instance|host|10.2.0.111-0-0'
  const before = (await steps(1101, id, bench.sandbox))[3]!
  bench.advance(30 * SECOND)
  const after = (await steps(1101, id, bench.sandbox))[3]!
  expect([before.status, after.status]).toEqual(['RUNNING', 'RUNNING'])
  expect(after.finish_time! > before.finish_time!).toBe(true)
  expect(after.log.startsWith(before.log)).toBe(true)
  expect(after.log.length).toBeGreaterThan(before.log.length)
})

test('a new job is unknown, then empty, then waiting, then running, then done', async () => {
  const bench = standingSandbox()
  const id = host(2_000_200_120)
  const look = () => ask(bench.sandbox, logRequest(1102, id))
  const details = async () =>
    (await ask(bench.sandbox, gatewayRequest(`${GATEWAY}/api/job/1102/details/`, {}))).data
  expect(await look()).toMatchObject({ code: 3800007 })
  expect(await details()).toMatchObject({ status: 'PENDING', total: 0, list: [] })
  bench.advance(12 * SECOND)
  expect(await look()).toMatchObject({ result: true, data: [] })
  expect(await details()).toMatchObject({ status: 'PENDING', total: 1, list: [{ status: 'PENDING' }] })
  bench.advance(12 * SECOND)
  expect((await look()).data).toMatchObject(
    Array(4).fill({ status: 'PENDING', log: '', start_time: null, finish_time: null }),
  )
  bench.advance(17 * SECOND)
  expect(statuses((await look()).data)).toEqual(['RUNNING', 'PENDING', 'PENDING', 'PENDING'])
  expect((await look()).data[0].finish_time).toBeNull()
  bench.advance(5.5 * SECOND)
  expect(statuses((await look()).data)).toEqual(['SUCCESS', 'PENDING', 'PENDING', 'PENDING'])
  bench.advance(90 * SECOND)
  expect(statuses((await look()).data)).toEqual(Array(4).fill('SUCCESS'))
})

test('a failure keeps two folded blocks around an ERROR, and leaves later steps pending', async () => {
  const list = await steps(1103, 'host|instance|host|10.2.0.3-0-0')
  expect(statuses(list)).toEqual(['SUCCESS', 'SUCCESS', 'SUCCESS', 'FAILED', ...Array(6).fill('PENDING')])
  const log = list[3]!.log
  expect(log.match(/\*{7} Begin of collected logs: \*{7}/g)).toHaveLength(2)
  expect(log.match(/^\*{8} End of collected logs \*{9}$/gm)).toHaveLength(2)
  expect(log).toMatch(/\* End of collected logs .* ERROR\] .* Begin of collected logs/s)
  expect(log).toMatch(/ERROR\] 安装 失败，请先尝试查看日志并处理，若无法解决，请联系管理员处理。$/)
})

test('an ERROR line comes long before the step is FAILED', async () => {
  const bench = standingSandbox()
  const id = 'host|instance|host|10.2.0.141-0-0'
  const early = (await steps(1104, id, bench.sandbox))[3]!
  expect(early.status).toBe('RUNNING')
  expect(early.log).toContain('ERROR] [3803007]')
  bench.advance(601 * SECOND)
  expect((await steps(1104, id, bench.sandbox))[3]).toMatchObject({ status: 'FAILED' })
})

test('a stopped step is FAILED with a warning at its end, a zombie with an error after an empty line', async () => {
  expect((await steps(1105, host(2_000_200_150)))[3]!.log).toMatch(/WARNING\] 等待 已终止，可整体重试[^\n]*$/)
  expect((await steps(1107, host(2_000_200_170)))[4]!.log).toMatch(
    /\n\n\[[^\]]* ERROR\] 任务长时间处在执行状态，已强制失败$/,
  )
})

test('a manual installation waits for ever', async () => {
  const bench = standingSandbox()
  bench.advance(30 * 86_400 * SECOND)
  const list = await steps(1106, 'host|instance|host|10.2.0.161-0-0', bench.sandbox)
  expect(statuses(list).slice(2, 5)).toEqual(['SUCCESS', 'RUNNING', 'PENDING'])
  expect(list[3]!.log).toContain('等待手动执行安装命令')
})

test('cleaned-up logs look pending, while the host is still called successful', async () => {
  const list = await steps(1108, host(2_000_200_180))
  expect(list).toMatchObject(
    Array(6).fill({ status: 'PENDING', log: '', start_time: null, finish_time: null }),
  )
  const { data } = await ask(sandbox, gatewayRequest(`${GATEWAY}/api/job/1108/details/`, {}))
  expect([data.status, data.list[0].status]).toEqual(['SUCCESS', 'SUCCESS'])
})

test('after a clean-up the failed step is kept and the ones before it are filled in', async () => {
  const list = await steps(1109, host(2_000_200_190))
  expect(list.slice(0, 5)).toMatchObject(Array(5).fill({ status: 'SUCCESS', log: '', start_time: null }))
  expect(list[5]).toMatchObject({ status: 'FAILED', log: expect.stringContaining('失败') })
  expect(statuses(list.slice(6))).toEqual(Array(4).fill('PENDING'))
})

test('a retry takes steps back to pending and adds a task', async () => {
  const bench = standingSandbox()
  const id = host(2_000_200_200)
  const look = () => steps(1110, id, bench.sandbox)
  const taskIds = async () =>
    (await ask(bench.sandbox, gatewayRequest(`${GATEWAY}/api/job/job_list/`, { job_id: [1110] }))).data
      .list[0].task_id_list
  expect((await look())[3]).toMatchObject({ status: 'FAILED' })
  expect(await taskIds()).toEqual([11101])
  bench.advance(61 * SECOND)
  expect(statuses(await look())).toEqual(['RUNNING', ...Array(9).fill('PENDING')])
  expect(await taskIds()).toEqual([11101, 11102])
  bench.advance(90 * SECOND)
  expect(statuses(await look())).toEqual(Array(10).fill('SUCCESS'))
})

test('old attempts are read by subscription and task', async () => {
  const ask1111 = (body: object) =>
    ask(
      sandbox,
      gatewayRequest(`${GATEWAY}/backend/api/subscription/task_result_detail/`, {
        subscription_id: 21111,
        instance_id: host(2_000_200_210),
        ...body,
      }),
    )
  expect((await ask1111({ task_id: 11111 })).data).toMatchObject({ task_id: 11111, status: 'FAILED' })
  expect((await ask1111({ task_id_list: [11112] })).data).toMatchObject({ task_id: 11112, status: 'FAILED' })
  const newest = (await ask1111({})).data
  expect(newest).toMatchObject({ task_id: 11113, status: 'SUCCESS' })
  const subSteps = newest.steps[0].target_hosts[0].sub_steps
  expect(subSteps[3]).toMatchObject({
    index: 3,
    node_name: '安装',
    step_code: 'install',
    log: expect.stringContaining('开始 安装.'),
  })
  expect(subSteps[2].inputs.instance_info.host.password).not.toBe('')
  expect(await ask1111({ task_id: 5 })).toMatchObject({ code: 3800007 })
})

test('sixteen steps, names twice, English, IPv6 and ip keys exist', async () => {
  expect(await steps(1005, 'host|instance|host|10.2.0.51-0-0')).toHaveLength(16)
  const names = (await steps(1112, host(2_000_200_220))).map(({ step }) => step)
  expect(new Set(names).size).toBeLessThan(names.length)
  expect((await steps(1113, host(2_000_200_230)))[0]!.log).toMatch(
    /^\[[^\]]*\] Start Transfer upgrade package\.\n.*From \[/,
  )
  expect(await steps(1114, 'host|instance|host|2001:0db8:0000:0000:0000:0000:0000:0241-0-0')).toHaveLength(6)
})

test('hostile markup, terminal codes and a megabyte arrive unchanged', async () => {
  const hostile = (await steps(1117, host(2_000_200_270)))[4]!.log
  expect(hostile).toContain('<img src=x onerror="window.__pwned=1">')
  expect(hostile).toContain('href="javascript:')
  const terminal = (await steps(1119, host(2_000_200_290)))[4]!.log
  expect(terminal).toMatch(/12\.5%\r#/)
  expect(terminal).toContain('\u001b[38;5;208m')
  expect(terminal).toContain('\ufffd')
  expect((await steps(1118, host(2_000_200_280)))[4]!.log.length).toBeGreaterThan(1_000_000)
})

test('links name the job platform’s instance in every spelling, and the sandbox has it', async () => {
  const failed = (await steps(1121, host(2_000_200_701)))[5]!.log
  expect(failed).toMatch(
    /作业任务ID为 \[20000000019\]，点击跳转到 <a href="https:\/\/[^"]+\/api_execute\/20000000019" target="_blank">\[作业平台\]<\/a>/,
  )
  const jumping = (await steps(1125, 'host|instance|host|10.2.0.125-2-0'))[3]!.log
  expect(jumping).toMatch(/作业任务ID为\[20000000001\]，点击跳转到<a href/)
  const english = (await steps(1113, host(2_000_200_230)))[0]!.log
  expect(english).toMatch(/Job task ID is \[20000000018\].*\[Blueking JOB\]<\/a>/)
  for (const id of ['20000000001', '20000000018', '20000000019']) {
    const query = `bk_scope_type=biz&bk_scope_id=2&job_instance_id=${id}`
    const url = `http://bk.test/api/bk-job/prod/api/v3/get_job_instance_status?${query}`
    expect(await ask(sandbox, gatewayRequest(url))).toMatchObject({ result: true })
  }
})

test('ESB puts its request id into node-man’s answers, good and bad', async () => {
  const good = await ask(
    sandbox,
    esbRequest('nodeman/api/job/log', { job_id: 1004, instance_id: host(2_000_200_040) }),
  )
  const bad = await ask(sandbox, esbRequest('nodeman/api/job/details', { job_id: 77 }))
  expect([good.request_id, bad.request_id]).toEqual([
    expect.stringMatching(/^\w{32}$/),
    expect.stringMatching(/^\w{32}$/),
  ])
})
