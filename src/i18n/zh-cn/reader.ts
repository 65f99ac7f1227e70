import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { other: '# 行' })
const matches = (matchCount: number): string => count(matchCount, { other: '# 处匹配' })
const number = (value: number): string => count(value, { other: '#' })

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

  search: {
    name: '在日志中搜索',
    open: '在日志中搜索（Ctrl+F）',
    field: '搜索',
    matchCase: '区分大小写（Alt+C）',
    wholeWord: '全字匹配（Alt+W）',
    regex: '正则表达式（Alt+R）',
    next: '下一处（Enter、F3）',
    previous: '上一处（Shift+Enter、Shift+F3）',
    close: '关闭搜索（Esc）',
    noMatches: '无匹配',
    matches,
    place: (place, matchCount, passed) => {
      const found = `第 ${number(place)} 处，共 ${number(matchCount)} 处`
      if (passed === null) return found
      return passed === 'next' ? `${found}，已从头继续` : `${found}，已从末尾继续`
    },
    placeSoFar: (place, matchCount, share) =>
      `第 ${number(place)} 处，目前共 ${number(matchCount)} 处，已搜索 ${share}`,
    scanning: (share, matchCount) => `已搜索 ${share}… 目前 ${number(matchCount)} 处`,
    invalid: (reason) => `不是有效的正则表达式：${reason}`,
    tooSlow: (lineNumber, matchCount) =>
      `已停止：该表达式在第 ${number(lineNumber)} 行耗时过长（此前 ${matches(matchCount)}）。请减少嵌套的重复，或改用普通文本搜索。`,
  },

  filter: {
    onlyMatching: '仅显示匹配行',
    severity: '显示',
    allSeverities: '全部行',
    warnings: '警告和错误',
    errors: '错误',
    context: '上下文',
    contextLines: (lineCount) => count(lineCount, { other: '前后 # 行' }),
    inverse: '反选',
    hidden: (filtered, folded) => {
      const all = count(filtered + folded, { other: '已隐藏 # 行' })
      const asked = count(filtered, { other: '# 行不符合条件' })
      if (folded === 0) return `${all}：${asked}`
      if (filtered === 0) return `${all}：位于折叠的段落中`
      return `${all}：${asked}，${number(folded)} 行位于折叠的段落中`
    },
    lookedAt: (share) => `目前已检查 ${share} 的行`,
    showAll: '全部显示',
  },
}
