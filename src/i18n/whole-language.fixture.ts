import { en as firstEn, type Messages } from './en/index.ts'
import { pages as enPages } from './en/pages.ts'
import { zhCn as firstZhCn } from './zh-cn/index.ts'
import { pages as zhCnPages } from './zh-cn/pages.ts'

/** Each language with all of its texts. */
export const en: Messages = { ...firstEn, ...enPages }
export const zhCn: Messages = { ...firstZhCn, ...zhCnPages }
