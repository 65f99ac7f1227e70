import type { Messages } from '../en/index.ts'

export const nodeMan: Messages['nodeMan'] = { title: '节点管理任务' }
