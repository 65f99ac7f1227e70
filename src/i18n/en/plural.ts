import { plural } from '../plural.ts'

/** `count(3, { one: '# host', other: '# hosts' })` → "3 hosts". */
export const count = plural('en')
