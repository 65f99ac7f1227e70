import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { other: '# 行' })

export const reader: Messages['reader'] = {
  loading: '正在加载日志…',
  waiting: '暂无输出，产生后会显示在这里。',
  empty: '日志为空：0 字节。',
  incomplete: '日志尚不完整：其余部分还没有收到。',
  replaced: '日志已在上游被替换：之前的内容有变化。',
  totals: (lineCount, size) => `${lines(lineCount)} · ${size}`,
  newLines: (lineCount) => count(lineCount, { other: '新增 # 行' }),
  showNewLines: '跳到末尾并跟随',
  lineNumber: (lineNumber) => `第 ${lineNumber} 行`,
  goToLine: '跳到行',
  noSuchLine: (lineNumber, lineCount) => `没有第 ${lineNumber} 行：日志共 ${lines(lineCount)}。`,
  toTop: '跳到第一行',
  toEnd: '跳到最后一行',
  follow: '跟随新输出',
  copyAll: '复制整个日志',
  copying: '正在复制…',
  copiedAll: (lineCount) => `已复制 ${lines(lineCount)}。`,
  selectedAll: (lineCount) => `已选中全部 ${lines(lineCount)}，按 Ctrl+C 或 ⌘C 复制。`,
  copyFailed: '浏览器不允许复制，请改为下载日志。',
  copyTooBig: (size) => `${size} 超出剪贴板可承受的大小，请改为下载日志。`,
  download: '下载日志',
  toolbar: '日志工具',
  restOfLine: (rest, next) => `本行还有 ${rest}，再显示 ${next}`,
  hiddenCharacter: (label) => `不可见字符 ${label}`,
}
