import type { Messages } from '../en/index.ts'

export const stepInstance: Messages['stepInstance'] = { title: '步骤' }
