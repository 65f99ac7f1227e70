import type { RunMessages } from '../en/runs.ts'

export const runs: RunMessages = {
  title: '同一作业的历次执行',
  roles: { current: '本次执行', compared: '与本次对比的执行' },
  notOffered: '当前部署无法列出历次执行。',
  noOther: '此前 30 天内该作业没有其他执行。',
  newest: '该作业更新的一次执行：',
  compareWith: '对比',
  nothing: '不对比',
  runBefore: '上一次执行',
  lastWeek: '一周前的执行',
  noLastWeek: '大约一周前该作业没有执行过。',
  comparison: '本次执行与另一次执行的对比',
  thisRun: '本次执行',
  otherRun: '另一次执行',
  difference: '差异',
  longer: (duration) => `慢 ${duration}`,
  shorter: (duration) => `快 ${duration}`,
  step: (name) => `步骤：${name}`,
  noCounts: '作业平台没有给出这两次执行的主机统计。',
}
