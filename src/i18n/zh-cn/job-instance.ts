import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

const results = { good: '成功', bad: '失败', busy: '执行中', idle: '等待中', odd: '状态未知' }

export const jobInstance: Messages['jobInstance'] = {
  title: '作业实例',
  untitled: (id) => `作业实例 ${id}`,
  steps: '步骤',
  stepCount: (n) => count(n, { other: '# 个步骤' }),
  stepNumber: (n) => `步骤 ${n}`,
  created: '创建时间',
  launchMode: '启动方式',
  attempts: (n) => count(n, { other: '执行 # 次' }),
  result: (tone, formattedCount) => `${formattedCount} ${results[tone]}`,
  noTargets: '暂无执行对象',
  openFirstFailed: '打开第一个失败的步骤',
  running: (duration) => `已执行 ${duration}`,
  notStarted: '未开始',
  live: '结束前每隔几秒自动刷新。',
  noSteps: '暂无步骤',
  noStepsMeaning: '作业平台还没有生成这个作业实例的步骤。',
  stateNotes: {
    confirm: '等待有人在作业平台上确认。',
    rolling: '一批已完成，下一批在等待人工操作或定时。',
    stopping: '正在强制终止，部分执行对象可能仍在执行。',
    notReached: '未执行到：前面的步骤已使作业实例结束。',
  },
  openInJob: '在作业平台打开',
  all: '该资源范围的所有作业实例',
  badScope: '地址中没有有效的资源范围',
  badScopeMeaning:
    '资源范围由类型（业务 biz、业务集 biz_set、租户集 tenant_set）和数字 ID 组成，例如 /biz/2/job-instances。',
  stepsNotOffered: '当前部署无法列出作业实例的步骤。仍可按 ID 打开步骤，再在步骤页面填写要查看的主机。',
  stepId: '步骤实例 ID',
  openStep: '打开步骤',
  badStepId: '步骤实例 ID 是不超过 19 位的整数。',
  badId: '这不是作业实例 ID',
  badIdMeaning: '作业实例 ID 是不超过 19 位的整数。',
  home: '返回首页',
}
