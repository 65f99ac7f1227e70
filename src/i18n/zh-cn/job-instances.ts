import type { Messages } from '../en/index.ts'

export const jobInstances: Messages['jobInstances'] = { title: '作业执行历史' }
