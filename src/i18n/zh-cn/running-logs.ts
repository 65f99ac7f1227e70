import type { RunningLogsMessages } from '../en/running-logs.ts'

export const runningLogs: RunningLogsMessages = {
  known: (n, running) => `只有打开或查看日志的主机才能判断是否无输出：正在执行的 ${running} 台中有 ${n} 台`,
  when: '步骤执行中：有三台主机完成后才能判断过慢；首次查看日志一分钟后才能判断无输出',
  start: '查看所有正在执行主机的日志',
  startMeaning: (most) =>
    `读取正在执行的主机的日志，同时最多 ${most} 台；本页可见时每半分钟再读一次。此后一分钟没有输出的主机会被标记，此前多久没有输出不得而知。`,
  region: '查看执行中日志',
  reading: (read, asked) => `已读取 ${read} / ${asked} 台正在执行主机的日志…`,
  progress: '执行中日志读取进度',
  looking: ({ watched, running, most, since, silent }) =>
    `自 ${since} 起查看 ${running} 台正在执行主机中 ${watched} 台的日志${most === null ? '' : `（同时最多 ${most} 台）`}：${silent} 台超过一分钟没有输出。`,
  failed: (n) => `${n} 台未读到`,
  paused: '上次查看失败',
  stop: '停止查看',
  ended: '步骤已结束，不再查看执行中日志。',
  close: '关闭',
}
