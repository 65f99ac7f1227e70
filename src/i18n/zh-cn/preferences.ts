import type { PreferencesMessages } from '../en/preferences.ts'
import { count } from './plural.ts'

export const preferences: PreferencesMessages = {
  language: '语言',
  theme: '主题',
  themeNames: { light: '浅色', dark: '深色', system: '跟随系统' },
  timeZone: '时区',
  zoneRoles: { browser: '本地', logged: '平台' },
  now: (time) => `现在：${time}`,
  naiveTimes: (timeZone) => `平台给出的不带时区的时间按 ${timeZone} 解读。`,
  reader: '日志',
  keys: '按键',
  characterKeys: '单字符快捷键在整个页面生效',
  showKeys: '全部键盘快捷键',
  file: '以上全部设置以及收藏',
  save: '保存为文件',
  copy: '复制为文本',
  take: '读取文件…',
  leftOut: (names, n) =>
    count(n, { other: `已读取文件。其中 # 项此处无法识别，或只属于原浏览器，未采用：${names}。` }),
  reload: '刷新以生效',
  refused: '这不是 Joblens 的设置文件，未作任何更改。',
  newer: '此文件由更新版本的 Joblens 写出，当前版本无法读取，未作任何更改。',
  forget: '清除全部设置',
  notKept: '此浏览器不为 Joblens 保存任何内容：设置仅在页面关闭前有效。',
}
