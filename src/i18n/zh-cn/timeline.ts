import type { Messages } from '../en/index.ts'

export const timeline: Messages['timeline'] = {
  noTimes: '没有已知的时间，因此不显示时间条。',
  between: (from, to) => `${from} – ${to}`,
  whole: (between, length) => `${between} · ${length}`,
  part: (between, length) => `局部：${between} · ${length}`,
  zoom: '时间轴显示范围',
  zoomIn: '放大（+）',
  zoomOut: '缩小（−）',
  zoomWhole: '显示全部时间（0）',
  zoomWholeShort: '全部',
  earlier: '更早（←）',
  later: '更晚（→）',
  keys: '步骤上的按键：↑ ↓ 选择，Enter 打开，+ − 0 缩放，← → 移动。也可用 Ctrl 加滚轮缩放。',
  noBar: '没有时间',
  gapBefore: (duration) => `上一步结束 ${duration}后`,
}
