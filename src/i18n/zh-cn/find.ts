import type { Messages } from '../en/index.ts'

export const find: Messages['find'] = { title: '查找执行记录' }
