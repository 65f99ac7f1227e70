import type { Messages } from '../en/index.ts'

export const transfer: Messages['transfer'] = { title: '文件传输' }
