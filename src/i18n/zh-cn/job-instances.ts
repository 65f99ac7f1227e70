import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

const instances = (n: number): string => count(n, { other: '# 个作业实例' })

export const jobInstances: Messages['jobInstances'] = {
  title: '作业实例',
  titleOf: (scope) => `${scope} 的作业实例`,
  launchMode: '启动方式',
  created: '创建时间',
  filters: '筛选条件',
  name: '名称包含',
  ip: '目标 IPv4',
  id: '作业实例 ID',
  idWins: '按 ID 只查这一个作业实例，除时间范围外的其他条件不生效。',
  notOffered: '当前部署无法列出作业实例，仍可按 ID 打开。',
  open: '打开',
  clearFilters: '清除筛选',
  range: '时间范围',
  rangeNames: {
    '1h': '最近 1 小时',
    '24h': '最近 24 小时',
    '7d': '最近 7 天',
    '30d': '最近 30 天',
  },
  dates: '指定起止日期…',
  from: '从',
  to: '到',
  apply: '查看',
  badDates: '请选择两个日期，开始日期不能晚于结束日期。',
  spanLimit: (days) =>
    `当前部署一次最多列出 ${days} 天。要找更早的执行，请选择更早的起止日期，或直接按 ID 打开。`,
  tooLong: (days) => `这里一次不能列出超过 ${days} 天`,
  tooLongMeaning: '请缩短时间范围，或分段查看。',
  shorten: (range) => `查看：${range}`,
  asOf: (time) => `截至 ${time}`,
  live: '执行中的作业实例每 5 秒刷新一次。',
  rows: (from, to, total) => `第 ${from}–${to} 条，共 ${instances(total)}`,
  rowsWithoutTotal: (from, to) => `第 ${from}–${to} 条；当前部署不提供总数`,
  pages: '作业实例分页',
  pageSize: '每页条数',
  empty: '该时间范围内没有作业实例',
  emptyFiltered: '该时间范围内没有符合筛选条件的作业实例',
  emptyMeaning: '只列出在该时间范围内创建的执行。',
  widen: (range) => `扩大到：${range}`,
  pastEnd: '这一页已经没有内容',
  firstPage: '回到第一页',
  badScope: '地址中没有有效的资源范围',
  badScopeMeaning:
    '资源范围由类型（业务 biz、业务集 biz_set、租户集 tenant_set）和数字 ID 组成，例如 /biz/2/job-instances。',
  notConnected: '未接入作业平台',
  notConnectedMeaning: '当前 Joblens 没有配置作业平台，因此没有可查看的作业实例。',
  home: '返回首页',
}
