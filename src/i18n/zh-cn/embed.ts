import type { EmbedMessages } from '../en/embed.ts'

export const embed: EmbedMessages = {
  refused: {
    title: '此 Joblens 不支持该嵌入方式',
    meaning: (asked, known) =>
      `地址要求 embed=${asked}，这里支持的是：${known}。请外层页面的维护者改用其中之一，或升级 Joblens。`,
    open: '不嵌入，直接打开此页面',
  },
  copy: {
    title: '手动复制',
    meaning: '此框架不允许使用剪贴板。文本已选中：请按 Ctrl+C 或 ⌘C。',
    text: '待复制的文本',
  },
  save: {
    title: '下载',
    refused: (name) => `外层页面不允许此框架下载 ${name}。`,
    unsure: (name) => `${name} 已交给浏览器。如果没有收到文件，说明外层页面不允许此框架下载。`,
    open: '在新标签页中打开此页面',
    showText: '以文本显示',
  },
}
