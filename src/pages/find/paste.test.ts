import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestPaste, understand } from './paste.ts'
import { lacksScope, targetPath } from './target.ts'

/** In-app address of the only thing a text can mean. */
function opens(text: string): string | null {
  const understanding = understand(text)
  if (understanding.kind !== 'understood') return `${understanding.kind}`
  expect(understanding.targets).toHaveLength(1)
  return targetPath(understanding.targets[0])
}

function unclearReason(text: string): string {
  const understanding = understand(text)
  return understanding.kind === 'unclear' ? understanding.unclear.reason : understanding.kind
}

const biggest = '9223372036854775807'

describe('our own links open as they are', () => {
  test.each([
    ['https://joblens.example/biz/2/job-instances', '/biz/2/job-instances'],
    ['https://joblens.example/biz/2/job-instances?status=4&page=2', '/biz/2/job-instances?status=4&page=2'],
    ['/biz_set/9/job-instances/100', '/biz_set/9/job-instances/100'],
    ['/tenant_set/1/job-instances/100/', '/tenant_set/1/job-instances/100'],
    [
      `http://h:5000/sub/path/biz/2/job-instances/${biggest}/steps/${biggest}?host=0%3A10.0.0.1&line=3-9`,
      `/biz/2/job-instances/${biggest}/steps/${biggest}?host=0%3A10.0.0.1&line=3-9`,
    ],
    ['/node-man/jobs', '/node-man/jobs'],
    ['/node-man/jobs/7?status=FAILED', '/node-man/jobs/7?status=FAILED'],
    [
      '/node-man/jobs/7/instances/host%7Cinstance%7Chost%7C1?step=2',
      '/node-man/jobs/7/instances/host%7Cinstance%7Chost%7C1?step=2',
    ],
    ['/biz/2', '/biz/2/job-instances'],
  ])('%s', (link, path) => expect(opens(link)).toBe(path))

  test('a link copied from a Chinese or embedded visit does not carry that along', () => {
    expect(opens('/biz/2/job-instances/100?lang=zh-CN&embed=v1&theme=dark')).toBe('/biz/2/job-instances/100')
  })
})

describe("the job platform's links", () => {
  test.each([
    ['https://job.bk/biz/2/execute/task/100', '/biz/2/job-instances/100'],
    ['https://job.bk/biz/2/execute/task/100?from=historyList', '/biz/2/job-instances/100'],
    [
      'https://job.bk/biz/1/execute/quick-launch/41612345678?from=historyList&executeCount=0&stepInstanceId=4329876543',
      '/biz/1/job-instances/41612345678/steps/4329876543?executeCount=0',
    ],
    [
      'https://paas/o/bk_job/biz_set/3/execute/step/100?stepInstanceId=200&retryCount=1&batch=2',
      '/biz_set/3/job-instances/100/steps/200?executeCount=1&batch=2',
    ],
    ['/biz/2/execute/step/100', '/biz/2/job-instances/100'],
    ['/biz/2/execute/redo_task/100', '/biz/2/job-instances/100'],
    ['https://job.bk/biz/2/execute/list?startTime=1', '/biz/2/job-instances?from=1'],
  ])('%s', (link, path) => expect(opens(link)).toBe(path))

  test.each([
    'https://job.bk/api_execute/100',
    'https://job.bk/api_execute/100?stepInstanceId=200&retryCount=1',
    'https://job.bk/api_execute_step/100/200?batch=1',
    'https://job.bk/2/execute/step/100',
    '?job_instance_id=100',
  ])('%s names no scope, so it has to be found', (link) => {
    const understanding = understand(link)
    expect(understanding.kind === 'understood' && understanding.targets.map(lacksScope)).toEqual([true])
  })

  test('a scope-less step link keeps its step and attempt', () => {
    expect(understand('/api_execute_step/100/200?retryCount=3')).toMatchObject({
      targets: [
        { kind: 'step-instance', jobInstanceId: '100', stepInstanceId: '200', query: '?executeCount=3' },
      ],
    })
  })

  test('the number in front of an old link is where to look first', () => {
    expect(understand('/2/execute/step/100')).toMatchObject({
      targets: [{ kind: 'job-instance', scope: null, likelyScope: { type: 'biz', id: '2' } }],
    })
  })
})

describe("node-man's links", () => {
  const instance = '/node-man/jobs/12/instances/host%7Cinstance%7Chost%7C1'
  test.each([
    ['https://nodeman.bk/#/task-list', '/node-man/jobs'],
    ['https://nodeman.bk/#/task-list/detail/12', '/node-man/jobs/12'],
    ['https://paas/o/bk_nodeman/#/task-history/detail/12?page=1', '/node-man/jobs/12'],
    ['https://nodeman.bk/#/task-list/12/log/host|instance|host|1', instance],
    ['https://nodeman.bk/#/task-list/12/log/host%7Cinstance%7Chost%7C1?page=1&pageSize=50', instance],
    ['#/task-history/12/log/host%257Cinstance%257Chost%257C1', instance],
    [
      '#/task-list/12/log/host|instance|host|10.0.0.3-0-0',
      '/node-man/jobs/12/instances/host%7Cinstance%7Chost%7C10.0.0.3-0-0',
    ],
  ])('%s', (link, path) => expect(opens(link)).toBe(path))

  test('an instance id alone is recognised, but names no job', () => {
    for (const text of ['host|instance|host|1', 'host%7Cinstance%7Chost%7C1'])
      expect(understand(text)).toMatchObject({
        targets: [{ kind: 'node-man-instance', nodeManJobId: null, instanceId: 'host|instance|host|1' }],
      })
  })
})

describe('parameters', () => {
  test.each([
    ['?bk_scope_type=biz_set&bk_scope_id=9&job_instance_id=100', '/biz_set/9/job-instances/100'],
    [
      'https://h/any?bk_scope_type=biz&bk_scope_id=1&job_instance_id=100&step_instance_id=200',
      '/biz/1/job-instances/100/steps/200',
    ],
    ['bk_biz_id=2&job_instance_id=100', '/biz/2/job-instances/100'],
    ['?bk_biz_id=2', '/biz/2/job-instances'],
    ['biz 2', '/biz/2/job-instances'],
    ['biz_set:9', '/biz_set/9/job-instances'],
  ])('%s', (text, path) => expect(opens(text)).toBe(path))
})

describe('hosts', () => {
  function hosts(text: string) {
    const understanding = understand(text)
    if (understanding.kind !== 'understood') return understanding
    return understanding.targets.map((target) =>
      target.kind === 'hosts'
        ? [target.network, target.hosts.keys.length, target.hosts.keys[0]]
        : target.kind,
    )
  }

  test.each([
    ['fe80::1%eth0', '0:fe80::1'],
    ['10.0.0.1:22', '0:10.0.0.1'],
    ['ssh root@10.0.0.1', '0:10.0.0.1'],
    ['主机 10.0.0.1 执行失败', '0:10.0.0.1'],
    ['ip=10.0.0.1', '0:10.0.0.1'],
    ['{"ip":"10.0.0.1","bk_cloud_id":2}', '2:10.0.0.1'],
    ['10.0.0.0/24', '0:10.0.0.1'],
  ])('%s', (text, key) => expect(hosts(text)).toMatchObject([[null, expect.any(Number), key]]))

  test('an address with a prefix is the host, or its network: the person chooses', () => {
    expect(hosts('10.0.0.7/24')).toEqual([
      [null, 1, '0:10.0.0.7'],
      ['10.0.0.0/24', 254, '0:10.0.0.1'],
    ])
    expect(hosts('10.0.0.7/8')).toEqual([[null, 1, '0:10.0.0.7']])
  })

  test.each(['2026-11-22 20:39:46', '12:30:45', '00:1a:2b:3c:4d:5e'])('%s are none', (text) =>
    expect(unclearReason(text)).toBe('not-understood'),
  )
})

describe('a bare number', () => {
  test.each(['100', ' 100\n', '#100', '00100', '"100"', '\u200b100', '１００'])(
    '%j can be two things',
    (text) => {
      expect(understand(text)).toMatchObject({
        kind: 'understood',
        targets: [
          { kind: 'job-instance', jobInstanceId: '100', scope: null },
          { kind: 'node-man-job', nodeManJobId: '100' },
        ],
      })
    },
  )

  test('is exact up to the largest long', () => {
    expect(understand(biggest)).toMatchObject({
      targets: [{ jobInstanceId: biggest }, { nodeManJobId: biggest }],
    })
  })

  test.each(['9223372036854775808', '99999999999999999999', '0'])('%s is no id', (text) =>
    expect(unclearReason(text)).toBe('bad-id'),
  )
})

describe('what surrounds a link does not matter', () => {
  test.each([
    '[Job] Deploy failed: https://job.bk/biz/2/execute/task/100 (click for details).',
    '任务失败（https://job.bk/biz/2/execute/task/100）',
    '<https://job.bk/biz/2/execute/task/100>',
    'HTTPS://JOB.BK/biz/2/execute/task/100',
    'job.bk/biz/2/execute/task/100',
    'https%3A%2F%2Fjob.bk%2Fbiz%2F2%2Fexecute%2Ftask%2F100',
    'https://job.bk/biz/2/execute/task/100…',
    '//job.bk/biz/2/execute/task/100',
  ])('%s', (text) => expect(opens(text)).toBe('/biz/2/job-instances/100'))
})

describe('what cannot be understood says why', () => {
  test.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['hello', 'not-understood'],
    ['what happened on host 3?', 'not-understood'],
    ['https://example.com/', 'unknown-link'],
    ['https://job.bk/api_plan/3', 'unknown-link'],
    ['/planet/2/job-instances/100', 'unknown-link'],
    ['/biz/2/job-instances/abc', 'bad-id'],
    ['/biz/x/execute/task/100', 'bad-id'],
    ['/api_execute/99999999999999999999', 'bad-id'],
    ['#/task-list/12/log/<script>', 'bad-id'],
    ['?job_instance_id=1e3', 'bad-id'],
    ['http://[', 'not-understood'],
    ['10.0.0.0/8', 'large-network'],
    ['2001:db8::/32', 'large-network'],
    ['http://10.0.0.1:8080/', 'unknown-link'],
    ['https%3A%2F%ZZ', 'unknown-link'],
    ['javascript:alert(1)', 'not-understood'],
    ['x'.repeat(1_000_000), 'too-long'],
    ['1'.repeat(1_000_000), 'too-long'],
  ])('%.60s → %s', (text, reason) => expect(unclearReason(text)).toBe(reason))

  test('a megabyte of blanks around an id is no obstacle', () => {
    expect(understand(`${' '.repeat(1_000_000)}100`).kind).toBe('understood')
  })
})

test('no text makes it throw, and every address it opens is one of ours', () => {
  const pieces = fc.constantFrom(
    '/',
    '#',
    '?',
    '%7C',
    '%',
    'biz',
    'job-instances',
    'api_execute',
    'task-list',
    '=',
    '1',
  )
  const text = fc.oneof(
    fc.string({ maxLength: longestPaste }),
    fc.array(pieces).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (pasted) => {
      const understanding = understand(pasted)
      if (understanding.kind !== 'understood') return
      for (const target of understanding.targets)
        expect(targetPath(target) ?? '/biz/').toMatch(/^\/(?:biz|biz_set|tenant_set|node-man)\//)
    }),
    { numRuns: 500 },
  )
})
