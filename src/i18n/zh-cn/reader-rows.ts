import type { Messages } from '../en/index.ts'
import { count } from './plural.ts'

const lines = (lineCount: number): string => count(lineCount, { other: '# 行' })

const called = (title: string): string => (title === '' ? '' : `“${title}”`)

export const readerRows: Messages['readerRows'] = {
  fold: (title, lineCount) => `折叠${called(title)}：${lines(lineCount)}`,
  unfold: (title, lineCount) => `展开${called(title)}：${lines(lineCount)}`,
  foldedLines: lines,
  filteredGap: (lineCount) => `隐藏了 ${lines(lineCount)}`,
  foldedGap: (lineCount) => `折叠了 ${lines(lineCount)}`,
  showHidden: '在此显示全部行',
  earlierStates: (stateCount) => count(stateCount, { other: '# 个先前状态' }),
  showStates: '显示此行被覆盖的各个状态',
  hideStates: '只显示此行的最后状态',
  continuation: (lineNumber) => `第 ${lineNumber} 行（续）`,
  timeShown: (shown, zone) => `${shown}，以 ${zone} 时区显示`,
  readingShown: (reading, takenZone, shown, zone) =>
    `${shown}，以 ${zone} 时区显示：该行写的是 ${reading}，视为 ${takenZone} 时区的时间`,
  clockShown: '原样显示：该行没有日期和时区',
  linkTarget: (href) => `指向 ${href}`,
}
