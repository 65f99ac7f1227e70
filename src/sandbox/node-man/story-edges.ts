/** Finished jobs with the quirks a reader must tell apart (bk-nodeman D8). */

import { downloadMissing, sshRefused } from './failures.ts'
import { makeHost, makeNewHost } from './host.ts'
import type { NodeManJob } from './job.ts'
import { planFlow, runFrom } from './plan.ts'
import { FLOWS, type StepKey } from './step-names.ts'
import { DAY, fresh, HOUR, known, MINUTE, run, tellJob, writingFor } from './story-job.ts'

export function edgeJobs(startedAt: number): readonly NodeManJob[] {
  const hoursAgo = (hours: number): number => startedAt - hours * HOUR
  return [
    failedMidWay(hoursAgo(5)),
    stopped(hoursAgo(4)),
    zombie(hoursAgo(7)),
    ...cleanedUp(startedAt - 45 * DAY),
    threeAttempts(hoursAgo(30)),
    duplicateNames(hoursAgo(9)),
    english(hoursAgo(11)),
    threeIds(hoursAgo(12)),
    ...ignored(hoursAgo(13)),
    denied(hoursAgo(6)),
    hiddenCause(hoursAgo(3)),
    ipv6Only(hoursAgo(2)),
  ]
}

function failedMidWay(startAt: number): NodeManJob {
  const host = fresh(3)
  const attempt = run(host, FLOWS.installAgent, startAt, { 3: sshRefused(host) })
  return tellJob({ id: 1103, jobType: 'INSTALL_AGENT', startAt, runs: [[host, attempt]] })
}

function stopped(startAt: number): NodeManJob {
  const attempts = [known(150), known(151)].map((host, index) => {
    const changes = index === 0 ? { 3: { seconds: 17, failure: 'stopped' as const } } : {}
    return [host, run(host, FLOWS.upgradeAgent, startAt, changes)] as const
  })
  return tellJob({ id: 1105, jobType: 'UPGRADE_AGENT', startAt, runs: attempts })
}

function zombie(startAt: number): NodeManJob {
  const host = known(170)
  const changes = {
    4: {
      seconds: 40 * 60,
      spokenSeconds: 12,
      failure: 'zombie' as const,
      sayings: ['期望的 Agent 状态为 正常「RUNNING」'],
    },
  }
  return tellJob({
    id: 1107,
    jobType: 'UPGRADE_AGENT',
    startAt,
    runs: [[host, run(host, FLOWS.upgradeAgent, startAt, changes)]],
  })
}

function cleanedUp(startAt: number): readonly NodeManJob[] {
  const [good, bad] = [known(180), known(190)]
  const clean = { isCleanedUp: true }
  const success = runFrom(startAt, planFlow(FLOWS.upgradeAgent, writingFor(good)), clean)
  const failure = runFrom(
    startAt,
    planFlow(FLOWS.deployPlugin, writingFor(bad), { 5: { failure: 'plain' } }),
    clean,
  )
  return [
    tellJob({ id: 1108, jobType: 'UPGRADE_AGENT', startAt, runs: [[good, success]] }),
    tellJob({ id: 1109, jobType: 'MAIN_INSTALL_PLUGIN', startAt, runs: [[bad, failure]] }),
  ]
}

function threeAttempts(startAt: number): NodeManJob {
  const host = known(210)
  const first = run(host, FLOWS.installAgent, startAt, { 3: sshRefused(host) })
  const second = run(host, FLOWS.installAgent, startAt + 10 * MINUTE, { 3: downloadMissing(host) })
  const third = run(host, FLOWS.installAgent, startAt + 25 * MINUTE)
  return tellJob({ id: 1111, jobType: 'INSTALL_AGENT', startAt, runs: [[host, first, second, third]] })
}

function duplicateNames(startAt: number): NodeManJob {
  const host = known(220)
  const flow: readonly StepKey[] = [
    'initProc',
    'script',
    'initScript',
    'script',
    'pluginConfig',
    'restartProc',
    'markRunning',
    'markRunning',
  ]
  return tellJob({
    id: 1112,
    jobType: 'MAIN_INSTALL_PLUGIN',
    startAt,
    runs: [[host, run(host, flow, startAt)]],
  })
}

function english(startAt: number): NodeManJob {
  const host = known(230)
  const attempt = runFrom(startAt, planFlow(FLOWS.upgradeAgent, writingFor(host, 'en')))
  return tellJob({ id: 1113, jobType: 'UPGRADE_AGENT', createdBy: 'smith', startAt, runs: [[host, attempt]] })
}

/** The same machine over time: first by address, then by IPv6 address, then by host id (A3). */
function threeIds(startAt: number): NodeManJob {
  const ipv6 = '2001:0db8:0000:0000:0000:0000:0000:0241'
  const hosts = [fresh(241), makeNewHost(2, 240, { ip: '', ipv6 }), known(240)]
  const runs = hosts.map((host) => [host, run(host, FLOWS.upgradeAgent, startAt)] as const)
  return tellJob({ id: 1114, jobType: 'UPGRADE_AGENT', startAt, runs })
}

function ignored(startAt: number): readonly NodeManJob[] {
  const hosts = Array.from({ length: 12 }, (_, n) => known(250 + n))
  const left = [
    { host: known(262), status: 'IGNORED', reason: '主机已被策略「主机基础监控策略」抑制' },
    { host: known(263), status: 'IGNORED', reason: '当前主机 Agent 版本已是目标版本' },
    { host: known(264), status: 'FAILED', reason: '主机不存在或未同步' },
  ] as const
  const nothing = [{ host: null, status: 'IGNORED', reason: '没有需要变更的实例' }] as const
  return [
    tellJob({
      id: 1115,
      jobType: 'UPGRADE_AGENT',
      startAt,
      ignored: left,
      runs: hosts.map((host) => [host, run(host, FLOWS.upgradeAgent, startAt)]),
    }),
    tellJob({
      id: 1116,
      jobType: 'MAIN_INSTALL_PLUGIN',
      startAt,
      ignored: nothing,
      isAutoTrigger: true,
      runs: [],
    }),
  ]
}

function denied(startAt: number): NodeManJob {
  const host = makeHost(3, 0)
  return tellJob({
    id: 1123,
    jobType: 'UPGRADE_AGENT',
    bizIds: [3],
    startAt,
    runs: [[host, run(host, FLOWS.upgradeAgent, startAt)]],
  })
}

function hiddenCause(startAt: number): NodeManJob {
  const host = fresh(121)
  return tellJob({
    id: 1124,
    jobType: 'INSTALL_AGENT',
    startAt,
    runs: [[host, run(host, FLOWS.installAgent, startAt, { 3: downloadMissing(host) })]],
  })
}

function ipv6Only(startAt: number): NodeManJob {
  const host = makeNewHost(2, 125, { ip: '', ipv6: '2001:0db8:0000:0000:0000:0000:0000:0126' })
  return tellJob({
    id: 1126,
    jobType: 'INSTALL_AGENT',
    startAt,
    runs: [[host, run(host, FLOWS.installAgent, startAt)]],
  })
}
