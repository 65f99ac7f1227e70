import type { Messages } from '../en/index.ts'

export const jobInstance: Messages['jobInstance'] = { title: '作业实例' }
