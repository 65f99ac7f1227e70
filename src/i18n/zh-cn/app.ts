import type { Messages } from '../en/index.ts'

export const app: Messages['app'] = {
  productName: 'Joblens',
  skipToContent: '跳到正文',
  mainNavigation: '主导航',
  jobs: '作业',
  nodeMan: '节点管理',
  preferences: (shown) => `偏好设置（${shown}）`,
  languageShort: '中文',
  watching: (running) => (running === 0 ? '关注列表' : `关注列表（${running} 个执行中）`),
  star: '收藏此页',
  unstar: '取消收藏此页',
  sandbox: '演示环境',
  sandboxMeaning: '尚未配置蓝鲸：此处显示的全部是虚构的演示数据。',
  actingAs: (user) => `以 ${user} 的身份访问`,
  crash: {
    title: '页面出错了',
    meaning:
      'Joblens 显示此页面时自身发生了错误，您的执行任务不受影响。请重试。如果再次出现，请反馈下面的文字。',
  },
  notFound: {
    title: '该地址没有对应的页面',
    meaning: '地址可能有误，或来自 Joblens 无法识别的系统。',
    nextStep: '请在首页粘贴 ID 或链接，Joblens 会识别它是什么。',
    home: '返回首页',
  },
  updated: {
    title: '部分页面内容无法加载',
    meaning: '连接失败，或页面打开期间 Joblens 已更新。请刷新页面。',
    reload: '刷新',
  },
}
