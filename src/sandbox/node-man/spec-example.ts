/** The answer example of node-man's `get_job_log` document, value for value, its malformed dates included. */
export const SPEC_LOG = [
  {
    step: '更新任务状态',
    status: 'SUCCESS',
    log: '[2021-09-16 15:06:04 INFO] 开始更新任务状态',
    start_time: '2021-09-16 15:06:04',
    finish_time: '2021-09-16 15:06:04',
  },
  {
    step: '批量下发升级包',
    status: 'SUCCESS',
    log: '[2021-09-16 15:06:04 INFO] 开始下发升级包......',
    start_time: '2021-09-16 15:06:04',
    finish_time: '2021-09-16 15:06:39',
  },
  {
    step: '执行升级脚本',
    status: 'SUCCESS',
    log: '[2021-09-16 15:06:39 INFO] 开始执行升级脚本\n[2021-09-16 15:06:39 INFO]...........',
    start_time: '2021-09-16 15:06:39',
    finish_time: '2021-09-16 15:06:45',
  },
  {
    step: '查询Agent状态',
    status: 'SUCCESS',
    log: '[2021-09-16 15:06:45 INFO] 开始查询 GSE 状态期望的GSE主机状态为RUNNING......',
    start_time: '2021-09-1615: 06: 45',
    finish_time: '2021-09-1615: 07: 20',
  },
  {
    step: '更新任务状态',
    status: 'SUCCESS',
    log: '[2021-09-1615: 0720 INFO]开始更新任务状态',
    start_time: '2021-09-1615: 07: 20',
    finish_time: '2021-09-1615: 07: 20',
  },
] as const

/** 2021-09-16 15:06:03 +0800, when the example's job began. */
export const SPEC_STARTED_AT = Date.parse('2021-09-16T15:06:03+08:00')
