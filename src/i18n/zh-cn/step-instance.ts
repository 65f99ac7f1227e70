import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

export const stepInstance: Messages['stepInstance'] = {
  stepNumber: (id) => `步骤 ${id}`,
  loading: '正在加载步骤…',
  history: (scope) => `${scope} 的作业实例`,
  jobInstance: (id) => `作业实例 ${id}`,
  jobInstanceId: '作业实例',
  stepInstanceId: '步骤实例',
  attempt: '执行次数',
  attemptMissing: (n) => `没有第 ${n} 次`,
  attemptOf: (n) => (n === 1 ? '第 1 次' : `第 ${n} 次（已重试 ${n - 1} 次）`),
  openInJobPlatform: '在作业平台中打开',
  openThere: '请在作业平台中打开该步骤。',
  runningFor: '已运行',
  waitingFor: '已等待',
  badAddress: {
    title: '此地址没有指向任何步骤',
    meaning: '资源范围应为 biz、biz_set 或 tenant_set 加数字；作业实例和步骤实例 ID 为最多 19 位的整数。',
    findPage: '查找执行记录',
  },
  readerRegion: '日志',
  railRegion: '此步骤的主机',

  hosts: {
    wasRunning: '步骤结束时仍在执行',
    exit: (code) => `返回码 ${code}`,
    choose: '主机',
    chooseAnother: '选择其他主机',
    hide: '收起主机列表',
    none: {
      title: '此步骤还没有主机',
      meaning: '作业平台尚未将其下发到任何主机，或没有指定主机。',
    },
    notListed: (address) => `${address} 不在此步骤的主机列表中，仍会尝试查询它的日志。`,
  },

  hostKeys: {
    title: '主机',
    step: '下一台或上一台主机',
    stepFailed: '下一台或上一台失败主机',
    toList: '从日志回到主机列表',
  },

  log: {
    states: { here: '日志已加载', missing: '无日志', failed: '加载失败', unknown: '加载中…' },
    name: (address) => `${address} 的日志`,
    empty: { title: '此主机的日志为空', meaning: '作业平台保存了它的日志，但没有任何内容。' },
    nullLog: {
      title: '作业平台返回的日志为 null',
      meaning: '作业平台有这台主机的记录，但没有返回日志内容。尚无输出或日志丢失时会出现这种情况。',
    },
    notYet: { title: '暂无日志', meaning: '此主机尚未输出任何内容，页面会持续查询。' },
    none: { title: '无日志：作业平台没有保存此主机的日志', meaning: '日志从未写入，或已被删除。' },
    confirmation: { title: '此步骤没有日志', meaning: '它由人工确认，不在任何主机上执行。' },
    unreadable: (n) => count(n, { other: '返回内容中有 # 处无法识别：请刷新页面以使用最新版本。' }),
  },

  part: {
    attempt: (n, of) => `共 ${of} 次执行，这里是第 ${n} 次的结果；作业平台只提供最新一次的日志。`,
    noAttempt: (n, of) => `没有第 ${n} 次执行，只有 ${of} 次：这里的结果不属于任何一次。`,
    batch: (n) => `仅显示第 ${n} 批。`,
    noBatch: (n) => `第 ${n} 批没有主机：此步骤没有这么多批，或尚未执行到这一批。`,
    notDivided: (n) => `地址指定了第 ${n} 批，但此步骤不分批：显示的是全部主机。`,
    notTold: '当前部署只能显示最新一次执行的全部批次。',
    whole: '显示整个步骤',
    newest: '查看最新一次执行',
  },
}
