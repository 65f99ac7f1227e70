import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

export const reader: Messages['reader'] = {
  loading: '正在加载日志…',
  waiting: '暂无输出，产生后会显示在这里。',
  empty: '日志为空：0 字节。',
  emptied: '日志已在上游被清空。',
  newLines: (lineCount) => count(lineCount, { other: '新增 # 行' }),
  showNewLines: '跳到末尾并跟随',
  lineNumber: (lineNumber) => `第 ${lineNumber} 行`,
  hiddenCharacter: (label) => `不可见字符 ${label}`,

  severityNames: {
    debug: '调试',
    info: '信息',
    success: '成功',
    warning: '警告',
    error: '错误',
    fatal: '致命错误',
  },
  partFailed: '加载失败，请检查网络后重新打开。',
}
