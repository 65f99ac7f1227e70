import { plural } from '../plural.ts'

/** `count(3, { other: '# 台主机' })` → "3 台主机". */
export const count = plural('zh-CN')
