import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { understand } from './paste.ts'
import { targetPath } from './target.ts'

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

describe('ids by the names that calls and answers give them', () => {
  const step = '/biz/2/job-instances/100/steps/200'
  test.each([
    [
      '{"bk_scope_type":"biz","bk_scope_id":"2","job_instance_id":100,"step_instance_id":200,"host_id_list":[101,102]}',
      `${step}?hosts=101+102`,
    ],
    [
      '{"bk_biz_id":2,"job_instance_id":100,"step_instance_id":200,"ip_list":[{"bk_cloud_id":0,"ip":"10.0.0.1"}]}',
      `${step}?host=0%3A10.0.0.1`,
    ],
    [
      "{'bk_biz_id': 2, 'job_instance_id': 100, 'step_instance_id': 200, 'host_id_list': [101]}",
      `${step}?host=101`,
    ],
    ['{"bk_biz_id":2,"job_instance_id":100}', '/biz/2/job-instances/100'],
    [
      '{"bk_biz_id":2,"job_instance_id":100,"ip_list":[{"bk_cloud_id":0,"ip":"10.0.0.1"}]}',
      '/biz/2/job-instances/100?hosts=0%3A10.0.0.1',
    ],
    [`{"bk_biz_id":2,"job_instance_id":${biggest}}`, `/biz/2/job-instances/${biggest}`],
    [
      '{"job_id":1103,"instance_id":"host|instance|host|1"}',
      '/node-man/jobs/1103/instances/host%7Cinstance%7Chost%7C1',
    ],
    ['{"job_id":1103}', '/node-man/jobs/1103'],
    ['curl https://bkapi/x -d \'{"bk_biz_id": 2, "job_instance_id": 100}\'', '/biz/2/job-instances/100'],
    ['asked with bk_biz_id=2, job_instance_id = 100.', '/biz/2/job-instances/100'],
    [
      `{"data":{"job_instance_id":100,"step_instance_id":200,"script_task_logs":[{"host_id":7,"log_content":"${'x'.repeat(9000)}"}]},"bk_biz_id":2}`,
      `${step}?host=7`,
    ],
  ])('%.80s', (text, path) => expect(opens(text)).toBe(path))

  test('several job instances are none, several steps are those of one job instance', () => {
    expect(unclearReason('[{"job_instance_id":100},{"job_instance_id":101}]')).toBe('not-understood')
    expect(
      opens(
        '{"bk_biz_id":2,"job_instance_id":100,"list":[{"step_instance_id":200},{"step_instance_id":201}]}',
      ),
    ).toBe('/biz/2/job-instances/100')
  })

  test('hosts too many for a link are a choice beside their step', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => 1_000_000 + index)
    const call = { bk_biz_id: 2, job_instance_id: 100, step_instance_id: 200, host_id_list: ids }
    expect(understand(JSON.stringify(call))).toMatchObject({
      targets: [
        { kind: 'step-instance', query: '' },
        { kind: 'hosts', hosts: { keys: { length: 1000 } } },
      ],
    })
  })
})

/** What a text can mean, likeliest first: the address, or what is known of one without a scope. */
function meanings(text: string): readonly string[] {
  const understanding = understand(text)
  if (understanding.kind !== 'understood') return [understanding.kind]
  return understanding.targets.map((target) => {
    if (target.kind === 'hosts') return `hosts ${target.hosts.keys.join(' ')}`
    const ids = 'jobInstanceId' in target ? [target.jobInstanceId] : []
    const steps = 'stepInstanceId' in target ? [target.stepInstanceId] : []
    const path = targetPath(target) ?? [target.kind, ...ids, ...steps].join(' ') + target.query
    return decodeURIComponent(path)
  })
}

describe('ids and hosts side by side', () => {
  const [job, step] = ['20000000001', '20000000102']
  const ofJob = `/biz/2/job-instances/${job}`
  test.each([
    ['biz 2 20000000001', [ofJob]],
    ['biz:2, 20000000001', [ofJob]],
    ['Business 2 #20000000001', [ofJob]],
    ['业务 2 20000000001', [ofJob]],
    ['biz_set 9 100', ['/biz_set/9/job-instances/100']],
    ['biz 2 20000000001 10.10.0.138', [`${ofJob}?hosts=0:10.10.0.138`]],
    ['biz 2 20000000001/20000000102', [`${ofJob}/steps/${step}`]],
    ['biz 2 20000000001 20000000102 10.10.0.138', [`${ofJob}/steps/${step}?host=0:10.10.0.138`]],
    ['biz 2 20000000001 20000000102 50105', [`${ofJob}/steps/${step}?host=50105`]],
    ['biz 2 20000000001 50105', [`${ofJob}?hosts=50105`, `${ofJob}/steps/50105`]],
    ['node-man 1103', ['/node-man/jobs/1103']],
    ['节点管理任务 1103', ['/node-man/jobs/1103']],
    ['nodeman job #1103 10.2.0.3', ['/node-man/jobs/1103?ip=10.2.0.3']],
    ['job 1103', ['job-instance 1103', '/node-man/jobs/1103']],
    [
      '1103 10.2.0.3',
      ['/node-man/jobs/1103?ip=10.2.0.3', 'job-instance 1103?hosts=0:10.2.0.3', 'hosts 1103 0:10.2.0.3'],
    ],
    ['1103/10.2.0.3', ['/node-man/jobs/1103?ip=10.2.0.3', 'job-instance 1103?hosts=0:10.2.0.3']],
    [
      '10.2.0.3, 1103',
      ['/node-man/jobs/1103?ip=10.2.0.3', 'job-instance 1103?hosts=0:10.2.0.3', 'hosts 0:10.2.0.3 1103'],
    ],
    [
      '20000000001 10.10.0.138',
      [
        `job-instance ${job}?hosts=0:10.10.0.138`,
        `/node-man/jobs/${job}?ip=10.10.0.138`,
        `hosts ${job} 0:10.10.0.138`,
      ],
    ],
    [
      '1103 10.2.0.[3-4]',
      [
        '/node-man/jobs/1103?ip=10.2.0.3+10.2.0.4',
        'job-instance 1103?hosts=0:10.2.0.3+0:10.2.0.4',
        'hosts 1103 0:10.2.0.3 0:10.2.0.4',
      ],
    ],
    ['20000000001 20000000102', [`step-instance ${job} ${step}`, `hosts ${job} ${step}`]],
    ['20000000001,20000000102', [`step-instance ${job} ${step}`, `hosts ${job} ${step}`]],
    ['20000000001/20000000102', [`step-instance ${job} ${step}`]],
    ['2 20000000001', [ofJob, `step-instance 2 ${job}`, `hosts 2 ${job}`]],
    [
      '20000000001 50105',
      [`job-instance ${job}?hosts=50105`, `step-instance ${job} 50105`, `hosts ${job} 50105`],
    ],
    [
      '1103 host|instance|host|10.2.0.3-0-0',
      ['/node-man/jobs/1103/instances/host|instance|host|10.2.0.3-0-0'],
    ],
    ['作业 20000000001 在主机 10.10.0.138 上失败', [`job-instance ${job}?hosts=0:10.10.0.138`]],
    ['1 2 3 4', ['hosts 1 2 3 4']],
    ['biz 2 of 20000000001', [`job-instance ${job}`]],
  ])('%s', (text, expected) => {
    // Whatever else it may mean comes after what is told here.
    expect(meanings(text).slice(0, expected.length)).toEqual(expected)
    if (text.startsWith('biz') && !text.includes(' of ')) expect(meanings(text)).toHaveLength(expected.length)
  })

  test('20 digits are no id, and nothing is made of fewer of them', () => {
    expect(unclearReason('biz 2 99999999999999999999')).toBe('bad-id')
  })

  test('whatever stands between them, job and host are found, and neither is lost', () => {
    const between = fc.constantFrom(' ', ', ', ';', '\n', '\t', '，', '、', ' | ')
    const number = fc.bigInt({ min: 1n, max: BigInt(biggest) }).map(String)
    fc.assert(
      fc.property(number, fc.ipV4(), between, fc.boolean(), (id, ip, gap, isTurned) => {
        const all = meanings(isTurned ? `${ip}${gap}${id}` : `${id}${gap}${ip}`)
        expect(all).toContain(`/node-man/jobs/${id}?ip=${ip}`)
        expect(all).toContain(`job-instance ${id}?hosts=0:${ip}`)
      }),
    )
  })

  test('a named scope is never lost, nor any of the ids after it', () => {
    const id = fc.bigInt({ min: 1n, max: BigInt(biggest) }).map(String)
    fc.assert(
      fc.property(id, fc.array(id, { minLength: 1, maxLength: 3 }), fc.boolean(), (scope, ids, isPath) => {
        for (const meaning of meanings(['biz', scope, ...ids].join(isPath ? '/' : ' '))) {
          expect(meaning).toContain(`/biz/${scope}/job-instances/`)
          for (const one of ids) expect(meaning).toContain(one)
        }
      }),
    )
  })
})
