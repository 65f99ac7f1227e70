import type { ElsewhereMessages } from '../en/elsewhere.ts'

export const elsewhere: ElsewhereMessages = {
  looking: (asked, all) => `它在别的资源范围中吗？已询问 ${asked}/${all} 个…`,
  stopped: (asked, all) => `已取消查找：已询问 ${asked}/${all} 个资源范围。`,
  ask: (n) => `在我有权查看的其他 ${n} 个资源范围中查找`,
  found: (id, there, here) => `作业实例 ${id} 属于${there}，而不是${here}：链接中的资源范围有误。`,
  open: (there) => `在${there}中打开`,
  noSuchStep: (id, step) => `作业实例 ${id} 就在这里，但其中没有步骤 ${step}。`,
  openJobInstance: '查看它的步骤',
  nowhere: (n) =>
    `您有权查看的其他 ${n} 个资源范围中也没有它。它可能已过期（实例保留约 30 天）、从未存在，或属于您无权查看的资源范围。`,
  denied: (scopes) => `无权查看：${scopes}。`,
  failed: (scopes) => `没有应答：${scopes}。`,
  askAgain: '重新询问',
  newerLink: (version) =>
    `此链接由更新版本的 Joblens 生成（链接版本 ${version}）。当前版本无法理解的部分已忽略：如果缺少内容，请询问链接的发送者。`,
}
