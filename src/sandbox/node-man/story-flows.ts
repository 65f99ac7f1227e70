/** The document's example, the eight flows, and a plain history to page through. */
import { makeHost } from './host.ts'
import type { NodeManJob } from './job.ts'
import type { JobTypeKey } from './job-type.ts'
import { SPEC_STARTED_AT } from './spec-example.ts'
import { FLOWS, type FlowKey } from './step-names.ts'
import { type Changes, DAY, fresh, HOUR, jitter, known, MINUTE, run, tellJob } from './story-job.ts'

export function flowJobs(startedAt: number): readonly NodeManJob[] {
  return [specJob(), ...history(startedAt), ...eightFlows(startedAt)]
}

/** Only its list and details are computed; its log is the document's, word for word. */
function specJob(): NodeManJob {
  const host = makeHost(1, 0, { hostId: 1, instanceId: 'host|instance|host|1', ip: '127.0.0.1' })
  const flow = run(host, FLOWS.upgradeAgent, SPEC_STARTED_AT)
  return tellJob({
    id: 1,
    jobType: 'UPGRADE_AGENT',
    createdBy: 'admin',
    bizIds: [1],
    startAt: SPEC_STARTED_AT,
    runs: [[host, flow]],
  })
}

const CYCLE: readonly (readonly [JobTypeKey, FlowKey])[] = [
  ['INSTALL_AGENT', 'installAgent'],
  ['UPGRADE_AGENT', 'upgradeAgent'],
  ['MAIN_INSTALL_PLUGIN', 'deployPlugin'],
  ['PUSH_CONFIG_PLUGIN', 'pushConfig'],
  ['RESTART_AGENT', 'restartAgent'],
  ['RELOAD_AGENT', 'reloadAgent'],
  ['MAIN_STOP_PLUGIN', 'stopPlugin'],
  ['UNINSTALL_AGENT', 'uninstallAgent'],
]

function history(startedAt: number): readonly NodeManJob[] {
  return Array.from({ length: 90 }, (_, index) => {
    const [jobType, flow] = CYCLE[index % CYCLE.length] ?? ['UPGRADE_AGENT', 'upgradeAgent']
    const startAt = startedAt - 2 * DAY - (89 - index) * 7 * HOUR - jitter(index, 50) * MINUTE
    const hosts = Array.from({ length: 2 + jitter(index, 6) }, (_, n) =>
      known(1000 + ((index * 7 + n) % 100)),
    )
    const failing: Changes = index % 9 === 4 ? { 2: { failure: 'plain' } } : {}
    return tellJob({
      id: 901 + index,
      jobType,
      startAt,
      createdBy: index % 3 === 0 ? 'admin' : 'demo',
      bizIds: index % 5 === 0 ? [1, 2] : [2],
      isAutoTrigger: index % 4 === 3,
      policyName: flow === 'deployPlugin' ? '主机基础监控策略' : null,
      runs: hosts.map((host, n) => [host, run(host, FLOWS[flow], startAt, n === 0 ? failing : {})]),
    })
  })
}

function eightFlows(startedAt: number): readonly NodeManJob[] {
  const at = (hoursAgo: number): number => startedAt - hoursAgo * HOUR
  const plain = (
    id: number,
    jobType: JobTypeKey,
    flow: FlowKey,
    hosts = [known((id - 1000) * 10)],
  ): NodeManJob => {
    const startAt = at(1020 - id)
    return tellJob({
      id,
      jobType,
      startAt,
      runs: hosts.map((host) => [host, run(host, FLOWS[flow], startAt)]),
    })
  }
  return [
    plain(1001, 'INSTALL_AGENT', 'installAgent', [fresh(11), fresh(12), fresh(13)]),
    plain(1002, 'UPGRADE_AGENT', 'upgradeAgent', [known(20), known(21), known(22)]),
    { ...plain(1003, 'MAIN_INSTALL_PLUGIN', 'deployPlugin'), policyName: '主机基础监控策略' },
    plain(1004, 'PUSH_CONFIG_PLUGIN', 'pushConfig'),
    plain(1005, 'INSTALL_PROXY', 'installProxy', [fresh(51)]),
    plain(1006, 'UNINSTALL_AGENT', 'uninstallAgent'),
    plain(1007, 'RESTART_AGENT', 'restartAgent'),
    plain(1008, 'MAIN_STOP_PLUGIN', 'stopPlugin'),
    plain(1009, 'RELOAD_AGENT', 'reloadAgent'),
    plain(1010, 'DEBUG_PLUGIN', 'debugPlugin'),
  ]
}
