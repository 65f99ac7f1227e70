/*
 * Every shape of somebody else's link, one row each: whose, how it is written, what it opens. Scope-less ones open
 * nothing by themselves: `opens` is what they say apart from the scope. docs/links.md has the same shapes in words.
 */

/** One shape. `{…}` stands for what differs from link to link. */
export interface ForeignLink {
  readonly of: 'job platform' | 'job platform, version 2' | 'node-man' | 'parameters' | 'wrapped'
  readonly shape: string
  readonly link: string
  /** In-app address; with `*` for the scope where the link names none. */
  readonly opens: string
}

const job = '20000000001'
const step = '20000000102'
const platform = 'https://job.example.com'
const nodeMan = 'https://nodeman.example.com'
const ownJob = `/biz/2/job-instances/${job}`
const ownStep = `${ownJob}/steps/${step}`
const anyStep = `*/job-instances/${job}/steps/${step}`
const instance = '/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C1'

const platformLinks: readonly (readonly [shape: string, link: string, opens: string])[] = [
  ['/{scopeType}/{scopeId}/execute/list', `${platform}/biz/2/execute/list`, '/biz/2/job-instances'],
  [
    '/{scopeType}/{scopeId}/execute/list?taskName&status&operator&ip&…',
    `${platform}/biz_set/9000001/execute/list?taskName=nightly&status=4&operator=admin&ip=10.0.0.1&taskType=1&startupModes=3&totalTimeType=LESS_THAN_ONE_MINUTE`,
    '/biz_set/9000001/job-instances?name=nightly&operator=admin&ip=10.0.0.1&type=1&status=4&launchMode=3&totalTimeType=LESS_THAN_ONE_MINUTE',
  ],
  [
    '/{scopeType}/{scopeId}/execute/task/{id}',
    `${platform}/biz/2/execute/task/${job}?from=historyList`,
    ownJob,
  ],
  ['/{scopeType}/{scopeId}/execute/step/{id}', `${platform}/biz/2/execute/step/${job}`, ownJob],
  [
    '/{scopeType}/{scopeId}/execute/step/{id}?stepInstanceId&executeCount&batch',
    `${platform}/biz/2/execute/step/${job}?stepInstanceId=${step}&executeCount=1&batch=2&from=historyTask`,
    `${ownStep}?executeCount=1&batch=2`,
  ],
  [
    '/{scopeType}/{scopeId}/execute/step/{id}?stepInstanceId&retryCount',
    `${platform}/biz/2/execute/step/${job}?stepInstanceId=${step}&retryCount=1`,
    `${ownStep}?executeCount=1`,
  ],
  [
    '/{scopeType}/{scopeId}/execute/quick-launch/{id}?stepInstanceId&executeCount',
    `https://paas.example.com/o/bk_job/biz/2/execute/quick-launch/${job}?from=historyList&executeCount=0&stepInstanceId=${step}`,
    `${ownStep}?executeCount=0`,
  ],
  [
    '/{scopeType}/{scopeId}/execute/redo_task/{id}',
    `${platform}/tenant_set/1/execute/redo_task/${job}`,
    `/tenant_set/1/job-instances/${job}`,
  ],
  ['/{scopeType}/{scopeId}', `${platform}/biz_set/9000001`, '/biz_set/9000001/job-instances'],
  ['/api_execute/{id}', `${platform}/api_execute/${job}`, `*/job-instances/${job}`],
  [
    '/api_execute/{id}?stepInstanceId&retryCount&batch',
    `${platform}/api_execute/${job}?stepInstanceId=${step}&retryCount=2&batch=0`,
    `${anyStep}?executeCount=2`,
  ],
  [
    '/api_execute_step/{id}/{stepId}?retryCount&batch',
    `${platform}/api_execute_step/${job}/${step}?retryCount=0&batch=1`,
    `${anyStep}?executeCount=0&batch=1`,
  ],
  [
    '/api_execute_step/{id}/{stepId}?executeCount&host&line',
    `/api_execute_step/${job}/${step}?executeCount=1&host=0:10.0.0.1&line=120-140`,
    `${anyStep}?executeCount=1&host=0%3A10.0.0.1&line=120-140`,
  ],
  ['/{appId}/execute/step/{id}', `${platform}/2/execute/step/${job}`, `*/job-instances/${job}`],
  ['/{appId}/execute/task/{id}', `${platform}/2/execute/task/${job}`, `*/job-instances/${job}`],
]

const version2: typeof platformLinks = [
  ['?taskInstanceList&appId={id}', `${platform}/?taskInstanceList&appId=2`, '/biz/2/job-instances'],
  [
    '?taskInstanceList&appId={id}#taskInstanceId={id}',
    `${platform}/?taskInstanceList&appId=2#taskInstanceId=${job}`,
    `*/job-instances/${job}`,
  ],
]

const nodeManLinks: typeof platformLinks = [
  ['#/task-list', `${nodeMan}/#/task-list`, '/node-man/jobs'],
  ['#/task-list/detail/{id}', `${nodeMan}/#/task-list/detail/1`, '/node-man/jobs/1'],
  ['#/task-list/{id}/log/{instanceId}', `${nodeMan}/#/task-list/1/log/host|instance|host|1`, instance],
  [
    '#/task-list/{id}/log/{instanceId}?page&pageSize',
    `${nodeMan}/#/task-list/1/log/host%7Cinstance%7Chost%7C1?page=1&pageSize=50`,
    instance,
  ],
  ['#/task-history', `${nodeMan}/#/task-history`, '/node-man/jobs'],
  [
    '#/task-history/detail/{id}',
    `https://paas.example.com/o/bk_nodeman/#/task-history/detail/1?page=1`,
    '/node-man/jobs/1',
  ],
  ['#/task-history/{id}/log/{instanceId}', `${nodeMan}/#/task-history/1/log/host|instance|host|1`, instance],
  [
    '#/task-list/{id}/log/{ip-cloud-supplier}',
    `${nodeMan}/#/task-list/1/log/host|instance|host|10.0.0.3-0-0`,
    '/node-man/jobs/1/instances/host%7Cinstance%7Chost%7C10.0.0.3-0-0',
  ],
  [
    '#/task-list/{id}/log/{instanceId}, encoded twice',
    `${nodeMan}/#/task-list/1/log/host%257Cinstance%257Chost%257C1`,
    instance,
  ],
  ['#!/task-list/detail/{id}', `${nodeMan}/#!/task-list/detail/1`, '/node-man/jobs/1'],
]

const parameters: typeof platformLinks = [
  [
    '?bk_scope_type&bk_scope_id&job_instance_id',
    `?bk_scope_type=biz_set&bk_scope_id=9000001&job_instance_id=${job}`,
    `/biz_set/9000001/job-instances/${job}`,
  ],
  [
    '?bk_scope_type&bk_scope_id&job_instance_id&step_instance_id',
    `https://portal.example.com/any?bk_scope_type=biz&bk_scope_id=2&job_instance_id=${job}&step_instance_id=${step}`,
    ownStep,
  ],
  ['?bk_biz_id&job_instance_id', `bk_biz_id=2&job_instance_id=${job}`, ownJob],
  [
    '?bk_biz_id&job_instance_id, of a business set',
    `?bk_biz_id=9000001&job_instance_id=${job}`,
    `/biz_set/9000001/job-instances/${job}`,
  ],
  [
    '?bk_biz_id&job_instance_id&step_instance_id&bk_host_id',
    `?bk_biz_id=2&job_instance_id=${job}&step_instance_id=${step}&bk_host_id=17`,
    `${ownStep}?host=17`,
  ],
  [
    '?bk_biz_id&job_instance_id&step_instance_id&bk_cloud_id&ip',
    `?bk_biz_id=2&job_instance_id=${job}&step_instance_id=${step}&bk_cloud_id=3&ip=10.0.0.1&retry_count=1`,
    `${ownStep}?executeCount=1&host=3%3A10.0.0.1`,
  ],
  ['?bk_biz_id', '?bk_biz_id=2', '/biz/2/job-instances'],
  ['?job_instance_id', `?job_instance_id=${job}`, `*/job-instances/${job}`],
  [
    '?scopeType&scopeId&taskInstanceId&stepInstanceId',
    `?scopeType=biz&scopeId=2&taskInstanceId=${job}&stepInstanceId=${step}`,
    ownStep,
  ],
  ['?job_id', '?job_id=1', '/node-man/jobs/1'],
  ['?job_id&instance_id', '?job_id=1&instance_id=host|instance|host|1', instance],
  [
    '?job_id&instance_id, encoded',
    '?job_id=1&instance_id=host%7Cinstance%7Chost%7C1&line=3',
    `${instance}?line=3`,
  ],
]

const wrapped: typeof platformLinks = [
  [
    '/console/?app=bk_job&url={link}',
    `https://paas.example.com/console/?app=bk_job&url=${encodeURIComponent(`${platform}?taskInstanceList&appId=2#taskInstanceId=${job}`)}`,
    `*/job-instances/${job}`,
  ],
  [
    '?c_url={link}',
    `https://paas.example.com/login/?c_url=${encodeURIComponent(`${platform}/biz/2/execute/task/${job}`)}`,
    ownJob,
  ],
]

function rows(of: ForeignLink['of'], links: typeof platformLinks): readonly ForeignLink[] {
  return links.map(([shape, link, opens]) => ({ of, shape, link, opens }))
}

export const foreignLinks: readonly ForeignLink[] = [
  ...rows('job platform', platformLinks),
  ...rows('job platform, version 2', version2),
  ...rows('node-man', nodeManLinks),
  ...rows('parameters', parameters),
  ...rows('wrapped', wrapped),
]
