import type { WatchMessages } from '../en/watch.ts'

export const watch: WatchMessages = {
  title: '关注至结束',
  none: '没有关注任何执行。',
  watchThis: '关注此页的执行',
  isOver: '此页的执行已结束，无需关注。',
  full: (count) => `已关注 ${count} 个，都还在执行：请先取消一个。`,
  asking: '正在查询…',
  lost: (time) => `自 ${time} 起已找不到`,
  stop: (title) => `不再关注 ${title}`,
  seenFinished: (time) => `发现于 ${time}`,
  withIds: (title, ids) => `${title}（${ids}）`,
  notify: '结束时用系统通知提醒我',
  noNotices: '此浏览器在这里不能显示系统通知：结束时在打开的页面上提示。',
  noticesDenied: '浏览器已禁止本站的通知：结束时在打开的页面上提示。',
  meaning: '只要此浏览器中有一个标签页打开着 Joblens，每 15 秒查询一次。',
  lostOne: '您关注的一个执行已找不到',
  ended: '您关注的执行已结束',
  endedAs: (word, title) => `${word} · ${title}`,
}
