import type { ReaderToolsMessages } from '../en/reader-tools.ts'
import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { other: '# 行' })
const matches = (matchCount: number): string => count(matchCount, { other: '# 处匹配' })
const masked = (maskedCount: number): string => count(maskedCount, { other: '已遮盖 # 处敏感信息' })
const number = (value: number): string => count(value, { other: '#' })

export const readerTools: ReaderToolsMessages = {
  incomplete: '日志尚不完整：其余部分还没有收到。',
  /** More of the log is on its way. */
  arriving: '正在加载其余内容…',
  awaitedLine: (lineNumber) => `等待第 ${number(lineNumber)} 行：尚未收到。`,
  replaced: '日志已在上游被替换：之前的内容有变化。',
  totals: (lineCount, size) => `${lines(lineCount)} · ${size}`,
  goToLine: '跳到行',
  noLineNumber: '这不是行号。请输入一个行号，或首尾两个行号，如 120-140。',
  noSuchLine: (lineNumber, lineCount) => `没有第 ${number(lineNumber)} 行：日志共 ${lines(lineCount)}。`,
  hiddenLine: (lineNumber) => `第 ${number(lineNumber)} 行被筛选或折叠隐藏。`,
  lostLine: (lineNumber) => `链接所指的行已不在此日志中，当前为现在的第 ${number(lineNumber)} 行。`,
  noLinkedLine: (lineNumber, lineCount) =>
    `链接所指的第 ${number(lineNumber)} 行已不在此日志中：日志现共 ${lines(lineCount)}。`,
  alikeLine: (fromNumber, toNumber) =>
    `第 ${number(toNumber)} 行与链接所指的第 ${number(fromNumber)} 行内容相同，但其上方的内容已改变，可能不是同一行。`,
  movedLine: (fromNumber, toNumber) =>
    `链接所指的第 ${number(fromNumber)} 行现在是第 ${number(toNumber)} 行。`,
  toTop: '跳到第一行',
  toEnd: '跳到最后一行',
  follow: '跟随新输出',
  copying: '正在复制…',
  handing: '浏览器正在写入剪贴板…',
  copied: (lineCount, maskedCount, hiddenCount) =>
    (maskedCount === 0
      ? `已复制 ${lines(lineCount)}。`
      : `已复制 ${lines(lineCount)}，${masked(maskedCount)}。`) +
    (hiddenCount === 0 ? '' : `未含被筛选或折叠隐藏的 ${lines(hiddenCount)}。`),
  saving: '正在准备下载…',
  saved: (maskedCount) => (maskedCount === 0 ? '已下载。' : `已下载，${masked(maskedCount)}。`),
  selectedAll: (lineCount) => `已选中全部 ${lines(lineCount)}，按 Ctrl+C 或 ⌘C 复制。`,
  copyFailed: '浏览器不允许复制，请改为下载日志。',
  saveFailed: '无法生成文件：可能内存不足。',
  copyTooBig: (size) => `${size} 超出剪贴板可承受的大小，请改为下载日志。`,
  toolbar: '日志工具',

  search: {
    name: '在日志中搜索',
    open: '在日志中搜索（Ctrl+F）',
    field: '搜索',
    matchCase: '区分大小写（Alt+C）',
    wholeWord: '全字匹配（Alt+W）',
    regex: '正则表达式（Alt+R）',
    next: '下一处（Enter、n、F3）',
    previous: '上一处（Shift+Enter、Shift+N、Shift+F3）',
    close: '关闭搜索（Esc）',
    options: '搜索方式与显示哪些行',
    optionsOn: '搜索方式与显示哪些行：已更改',
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
    cut: (lineNumber) => `（第 ${number(lineNumber)} 行超过 8 MiB：其中长于 128 KiB 的匹配可能缺失）`,
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
    inverseContext: '其他行前后的行即使匹配也会显示。',
    hidden: (filtered, folded) => {
      const all = count(filtered + folded, { other: '已隐藏 # 行' })
      const asked = count(filtered, { other: '# 行不符合条件' })
      if (folded === 0) return `${all}：不符合条件`
      if (filtered === 0) return `${all}：位于折叠的段落中`
      return `${all}：${asked}，${number(folded)} 行位于折叠的段落中`
    },
    lookedAt: (share) => `目前已检查 ${share} 的行`,
    showAll: '全部显示',
  },

  errors: {
    noneAfter: '下面没有更多错误。',
    noneBefore: '上面没有错误。',
    count: (errorCount) => count(errorCount, { other: '# 个错误' }),
    first: '跳到第一个错误',
    next: '下一个错误（e）',
    previous: '上一个错误（Shift+E）',
  },

  view: {
    open: '显示方式',
    wrap: '自动换行',
    lineNumbers: '行号',
    severityColors: '按级别着色',
    announcements: '由读屏软件播报新增行',
    time: '时间',
    times: { off: '不显示', clock: '日期和时刻', 'since-start': '距开始', gap: '距上一行' },
    fontSize: '字号',
    pixels: (fontPx) => `${fontPx} 像素`,
    sections: (sectionCount) => count(sectionCount, { other: '# 个段落' }),
    foldAll: '全部折叠',
    unfoldAll: '全部展开',
  },

  zone: {
    label: '所有时间的时区',
    roles: { browser: '本浏览器', logged: '平台' },
    others: '其他时区',
    shown: (timeZone) => `时间按 ${timeZone}`,
  },

  touch: {
    chosen: (first, last) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
    extend: '选到…',
    extending: '点按最后一行',
    copy: '复制这些行',
    clear: '取消选择',
  },

  copy: {
    open: '复制日志',
    save: '下载日志',
    whole: '整个日志：',
    shown: '当前显示的行，不含已隐藏的行：',
    selected: (lineCount) => count(lineCount, { other: '选中的 # 行：' }),
    choices: {
      text: '复制为文本',
      ansi: '复制并保留颜色（ANSI）',
      markdown: '复制为 Markdown 并附链接',
      raw: '原样复制，包含敏感信息',
    },
    saveChoices: {
      text: '下载为文本',
      ansi: '下载并保留颜色（ANSI）',
      raw: '原样下载，包含敏感信息',
    },
    maskedNote: '除原样复制或下载外，密码、令牌和密钥都会替换为 ••••。',
  },

  keys: {
    open: '键盘快捷键（?）',
    title: '日志的键盘快捷键',
    groups: { move: '移动', search: '搜索', copy: '选择与复制', view: '显示' },
    does: {
      line: '上移或下移一行',
      page: '上移或下移一页',
      top: '第一行',
      end: '最后一行',
      goToLine: '按行号跳转',
      error: '下一个或上一个错误',
      search: '搜索',
      next: '下一处匹配',
      previous: '上一处匹配',
      inField: '在搜索框中：下一处或上一处',
      intoLines: '从搜索框进入日志',
      options: '大小写、全字、正则表达式',
      closeSearch: '关闭搜索',
      choose: '选中下一行或上一行',
      extend: '多选或少选一行',
      selectAll: '选中整个日志',
      copy: '复制选中的内容',
      unselect: '取消选择',
      fold: '在所选行折叠或展开',
      wrap: '开关自动换行',
      follow: '开关跟随新输出',
      sheet: '显示这些快捷键',
    },
  },
}
