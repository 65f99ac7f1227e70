/** Jobs that move with the clock. */

import { sshRefused } from './failures.ts'
import { makeNewHost } from './host.ts'
import { installLines } from './install-script.ts'
import type { NodeManJob } from './job.ts'
import { jobLink } from './messages.ts'
import { error, foldBlock, planFlow, runFrom } from './plan.ts'
import { FLOWS } from './step-names.ts'
import { fresh, HOUR, jitter, known, MINUTE, run, SECOND, tellJob, writingFor } from './story-job.ts'

export function liveJobs(startedAt: number): readonly NodeManJob[] {
  return [
    running(startedAt),
    justCreated(startedAt),
    errorsSoFar(startedAt),
    manualInstall(startedAt),
    retried(startedAt),
    rolling(startedAt),
    throughJumpHost(startedAt),
  ]
}

function running(startedAt: number): NodeManJob {
  const startAt = startedAt - 97 * SECOND
  const seconds = 1290
  const waiting = Array.from(
    { length: seconds / 5 - 30 },
    (_, n) => `[script] [setup_agent] waiting for gse_agent worker, ${n * 5}s elapsed`,
  )
  const runs = [111, 112].map((end) => {
    const host = fresh(end)
    return [
      host,
      run(host, FLOWS.installAgent, startAt, {
        3: { seconds, sayings: [...installLines(host), ...waiting] },
      }),
    ] as const
  })
  return tellJob({ id: 1101, jobType: 'INSTALL_AGENT', startAt, runs })
}

function justCreated(startedAt: number): NodeManJob {
  const host = known(120)
  const plan = planFlow(FLOWS.restartAgent, writingFor(host), { 1: { seconds: 50 } })
  const moments = { recordedAt: startedAt + 10 * SECOND, laidOutAt: startedAt + 20 * SECOND }
  const attempt = runFrom(startedAt + 40 * SECOND, plan, moments)
  return tellJob({ id: 1102, jobType: 'RESTART_AGENT', startAt: startedAt, runs: [[host, attempt]] })
}

/** The ERROR is written at once, the step's status only when its whole batch returns (A6). */
function errorsSoFar(startedAt: number): NodeManJob {
  const host = fresh(141)
  const startAt = startedAt - 40 * SECOND
  const refused = error(`[3803007] 远程连接失败：[Errno 111] Connect call failed ('${host.ip}', 36000)`)
  const sayings = [
    '选择的安装通道为: 默认通道',
    refused,
    foldBlock('+ nc -z -w 3 10.0.0.1 36000\nConnection refused'),
  ]
  const attempt = run(host, FLOWS.installAgent, startAt, {
    3: { seconds: 633, spokenSeconds: 28, failure: 'plain', sayings },
  })
  return tellJob({ id: 1104, jobType: 'INSTALL_AGENT', startAt, runs: [[host, attempt]] })
}

function manualInstall(startedAt: number): NodeManJob {
  const host = fresh(161)
  const startAt = startedAt - 20 * MINUTE
  const link = '<a href="https://nodeman.example.com/#/task-list/detail/1106" target="_blank">[节点管理]</a>'
  const sayings = [`等待手动执行安装命令\n<span style="color: #ff9c01">请前往 ${link} 复制安装命令</span>`]
  const attempt = run(host, FLOWS.installAgent, startAt, {
    3: { seconds: Number.POSITIVE_INFINITY, spokenSeconds: 10, sayings },
  })
  return tellJob({ id: 1106, isManual: true, jobType: 'INSTALL_AGENT', startAt, runs: [[host, attempt]] })
}

function retried(startedAt: number): NodeManJob {
  const host = known(200)
  const firstAt = startedAt - 107 * SECOND
  const first = run(host, FLOWS.installAgent, firstAt, { 3: sshRefused(host) })
  const second = run(host, FLOWS.installAgent, startedAt + 60 * SECOND, { 9: { seconds: 12 } })
  return tellJob({ id: 1110, jobType: 'INSTALL_AGENT', startAt: firstAt, runs: [[host, first, second]] })
}

function rolling(startedAt: number): NodeManJob {
  const startAt = startedAt - HOUR
  const runs = Array.from({ length: 400 }, (_, index) => {
    const host = known(300 + index)
    const hostAt = startAt + index * 90 * SECOND
    const plan = planFlow(FLOWS.upgradeAgent, writingFor(host), { 0: { seconds: 15 + jitter(index, 40) } })
    return [host, runFrom(hostAt, plan, { recordedAt: startAt })] as const
  })
  return tellJob({ id: 1120, jobType: 'UPGRADE_AGENT', startAt, runs })
}

function throughJumpHost(startedAt: number): NodeManJob {
  const host = makeNewHost(2, 124, { cloudId: 2, cloudName: '华东机房' })
  const startAt = startedAt - 3 * MINUTE
  const sayings = [
    '主机的上游节点为: [10.2.0.51]',
    `已选择 10.2.0.51 作为本次安装的跳板机\n${jobLink(writingFor(host)).replace('为 [', '为[').replace(' <a', '<a')}`,
    'job [wait_for_job] 作业执行中，如果卡在这里较长时间，请检查：\n1. 跳板机 Agent 状态是否正常\n2. 作业平台是否可用\n3. 跳板机到目标机器的网络',
    '[proxy] [send_cmd] (-) curl -sSf http://10.2.0.51:17980/setup_agent.sh',
  ]
  const attempt = run(host, FLOWS.installAgent, startAt, {
    3: { seconds: 33 * 60, spokenSeconds: 40, sayings },
  })
  return tellJob({ id: 1125, jobType: 'INSTALL_AGENT', startAt, runs: [[host, attempt]] })
}
