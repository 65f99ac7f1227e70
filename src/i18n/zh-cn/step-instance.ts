import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

export const stepInstance: Messages['stepInstance'] = {
  stepNumber: (id) => `步骤 ${id}`,
  loading: '正在加载步骤…',
  history: (scope) => `${scope} 的执行历史`,
  jobInstance: (id) => `作业实例 ${id}`,
  jobInstanceId: '作业实例',
  stepInstanceId: '步骤实例',
  attempt: '执行次数',
  attemptOf: (n) => (n === 1 ? '第 1 次' : `第 ${n} 次（已重试 ${n - 1} 次）`),
  openInJobPlatform: '在作业平台中打开',
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
    name: '主机',
    filter: '按地址筛选主机',
    filterHint: 'IP、IPv6、主机 ID 或 管控区域:IP，可输入多个',
    statusFilter: '按状态筛选主机',
    all: (n) => `全部 ${n}`,
    failed: (n) => `全部失败 ${n}`,
    failedTotal: (n) => `${n} 失败`,
    succeededTotal: (n) => `${n} 成功`,
    runningTotal: (n) => `${n} 执行中`,
    waitingTotal: (n) => `${n} 等待中`,
    shown: (shown, all) => `显示 ${shown} / ${all}`,
    exit: (code) => `返回码 ${code}`,
    copy: (n) => count(n, { other: '复制 # 个地址' }),
    choose: '主机',
    chooseAnother: '选择其他主机',
    hide: '收起主机列表',
    noneMatch: '没有主机符合此筛选条件',
    clearFilter: '清除筛选',
    none: {
      title: '此步骤还没有主机',
      meaning: '作业平台尚未将其下发到任何主机，或没有指定主机。',
    },
    notListed: (address) => `${address} 不在此步骤的主机列表中，仍会尝试查询它的日志。`,
  },

  pasted: {
    title: '查看哪些主机？',
    meaning:
      '当前部署无法列出步骤的主机。请输入或粘贴：主机 ID、IP、管控区域:IP 或 10.0.0.[1-9]，以换行、逗号或空格分隔。',
    label: '主机',
    show: '查看日志',
    example: '10.0.0.1\n0:10.0.0.2\n10.0.1.[1-9]',
    notUnderstood: (words, n) => count(n, { other: `# 个词无法识别：${words}` }),
    cut: (most) => `仅使用前 ${most} 台主机。`,
    tooLongForLink: '列表过长，无法写入地址，仅在本页面关闭前有效。',
    understood: (n) => count(n, { other: '已识别 # 台主机' }),
    change: '修改主机',
    follow: '持续查询新输出',
  },

  log: {
    states: { here: '日志已加载', missing: '无日志', failed: '加载失败', unknown: '加载中…' },
    name: (address) => `${address} 的日志`,
    loading: (address) => `正在加载 ${address} 的日志…`,
    empty: { title: '此主机的日志为空', meaning: '作业平台保存了它的日志，但没有任何内容。' },
    nullLog: {
      title: '作业平台返回的日志为 null',
      meaning: '作业平台认识这台主机，但没有给出日志文本。尚无输出或日志丢失时会出现这种情况。',
    },
    notYet: { title: '暂无日志', meaning: '此主机尚未输出任何内容，页面会持续查询。' },
    none: { title: '无日志：作业平台没有保存此主机的日志', meaning: '日志从未写入，或已被删除。' },
    confirmation: { title: '此步骤没有日志', meaning: '它在等待人工确认，不会在任何主机上执行。' },
    unreadable: (n) => count(n, { other: '返回内容中有 # 部分无法识别：请刷新页面以使用最新版本。' }),
  },

  confirm: {
    title: '此步骤等待人工确认，没有日志',
    waiting: '尚未有人确认。',
    done: '已有人处理。',
    state: '处理结果',
    asked: '开始等待',
    decided: '处理时间',
    who: '此处的接口不提供确认人信息，请在作业平台页面查看。',
  },
}
