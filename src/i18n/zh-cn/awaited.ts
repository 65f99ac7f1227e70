import type { AwaitedMessages } from '../en/awaited.ts'

export const awaited: AwaitedMessages = {
  what: {
    history: '正在加载作业实例…',
    scopes: '正在加载您可见的资源范围…',
    jobInstance: (id) => `正在加载作业实例 ${id} 及其步骤…`,
    step: (id) => `正在加载步骤实例 ${id} 及其主机…`,
    log: (host) => `正在加载 ${host} 的日志…`,
    earlierRuns: '正在查找此作业之前的执行…',
    lastWeek: '正在查找上周的执行…',
    twoRuns: '正在加载两次执行的步骤…',
    nodeManJobs: '正在加载节点管理任务…',
    nodeManJob: (id) => `正在加载节点管理任务 ${id} 及其主机…`,
    nodeManHosts: '正在加载此节点管理任务的主机…',
    nodeManSteps: (host) => `正在加载 ${host} 的步骤…`,
    otherRows: '正在加载您要的行；此处仍是之前的…',
  },
  limit: '尚无应答。约 25 秒仍无应答时，会说明原因。',
  stoppedTitle: '已取消加载',
  stoppedMeaning: '您在应答到达之前取消了加载，不再查询。',
  stoppedRows: '已取消加载：此处仍是之前的行。',
  stoppedRest: '已取消加载：此日志可能不完整。',
  again: '重新加载',
  loadRest: '加载其余部分',
}
