import type { KeysMessages } from '../en/keys.ts'

export const keys: KeysMessages = {
  title: '键盘快捷键',
  everywhere: {
    title: '所有页面',
    skip: '页面上的第一个：跳到正文',
    next: '下一个或上一个控件',
    sheet: '显示这些快捷键',
    close: '关闭面板、菜单或本页',
  },
  hosts: {
    title: '主机列表',
    move: '打开下一台或上一台主机',
    edge: '第一台或最后一台主机',
    enter: '进入日志',
    toggle: '选中或取消选中主机',
    extend: '选中更多主机',
    all: '选中所有显示的主机',
    none: '取消全部选择',
    group: '折叠或展开分组',
    failed: '下一台或上一台失败主机（任意位置）',
    step: '下一台或上一台主机（任意位置）',
  },
  table: {
    title: '表格',
    move: '上移或下移一行',
    page: '上移或下移一页',
    edge: '第一行或最后一行',
    open: '打开所在行',
    filter: '筛选各行',
  },
  steps: {
    title: '时间轴上的步骤',
    move: '选择上一个或下一个步骤',
    open: '打开步骤',
    details: '步骤详情',
    zoom: '放大、缩小、显示全部时间',
    pan: '更早或更晚',
  },
  log: {
    move: '日志：移动',
    search: '日志：搜索',
    copy: '日志：选择与复制',
    view: '日志：显示',
  },
}
