import type { ShareMessages } from '../en/share.ts'
import { count } from './plural.ts'

export const share: ShareMessages = {
  step: '此步骤',
  host: (address) => `主机 ${address}`,
  jobInstance: '此作业实例',
  nodeManJob: '此节点管理任务',
  failure: '失败情况',
  choices: {
    link: '复制链接',
    markdown: '复制为 Markdown',
    card: '复制为企业微信卡片',
    message: '复制为企业微信消息',
  },
  note: '卡片与消息均为企业微信群 Webhook 所用的 JSON。引用的日志行中的敏感信息已隐藏。',
  looking: '正在读取首个错误…',
  firstError: (host) => `${host} 的首个错误`,
  lastLine: (host) => `${host} 的最后一行`,
  noLog: (host) => `${host} 没有日志`,
  open: '打开 Joblens',
  moreLines: (n) => count(n, { other: '… 还有 # 行' }),
  failedOf: (failed, all) => `${all} 台中 ${failed} 台失败`,
  facts: {
    job: '作业',
    step: '步骤',
    steps: '步骤数',
    hosts: '主机',
    attempt: '第几次',
    began: '开始',
    took: '耗时',
    exit: '返回码',
  },
}
