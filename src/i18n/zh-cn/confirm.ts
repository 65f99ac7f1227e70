import type { ConfirmMessages } from '../en/confirm.ts'

export const confirm: ConfirmMessages = {
  title: '人工确认步骤没有日志',
  waiting: '尚未有人确认。此处的接口不提供确认人信息，请在作业平台页面查看。',
  done: '已有人处理。此处的接口不提供处理人信息，请在作业平台页面查看。',
  message: '确认内容',
  state: '处理结果',
  asked: '开始等待',
  decided: '处理时间',
}
