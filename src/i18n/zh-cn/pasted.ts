import type { PastedMessages } from '../en/pasted.ts'
import { count } from './plural.ts'

export const pasted: PastedMessages = {
  title: '查看哪些主机？',
  meaning:
    '当前部署无法列出步骤的主机。请输入或粘贴：主机 ID、IP、管控区域:IP 或 10.0.0.[1-9]，以换行、逗号或空格分隔。',
  label: '主机',
  show: '查看日志',
  example: '10.0.0.1\n0:10.0.0.2\n10.0.1.[1-9]',
  notUnderstood: (words, n) => count(n, { other: `# 个词无法识别：${words}` }),
  notes: {
    port: (words) => `端口不用于标识主机，已略去：${words}`,
    zone: (words) => `网卡名（% 及其后内容）已略去：${words}`,
    prefix: (words) => `按单台主机处理，不含网段前缀：${words}`,
    network: (words) => `这是网段，已展开为其中全部地址：${words}`,
    'large-network': (words) => `网段地址过多，未采用：${words}`,
  },
  cut: (most) => `仅使用前 ${most} 台主机。`,
  tooLongForLink: '列表过长，无法写入地址，因此本页链接不包含它；在此标签页关闭前有效。',
  understood: (n) => count(n, { other: '已识别 # 台主机' }),
  change: '修改主机',
  follow: '持续查询新输出',
}
