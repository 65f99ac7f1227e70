/** Jobs about many hosts, of which a few went wrong. */
import { agentTerminated, diskFull, jobPlatformFailed, sshRefused } from './failures.ts'
import type { Host } from './host.ts'
import type { NodeManJob } from './job.ts'
import type { StepChange } from './plan.ts'
import { FLOWS } from './step-names.ts'
import { type Changes, HOUR, jitter, known, run, SECOND, tellJob, writingFor } from './story-job.ts'

export function manyJobs(startedAt: number): readonly NodeManJob[] {
  return [
    partlyFailed(startedAt - 20 * HOUR),
    terminated(startedAt - 21 * HOUR),
    threeThousand(startedAt - 26 * HOUR),
  ]
}

function partlyFailed(startAt: number): NodeManJob {
  const failures: Readonly<Record<number, (host: Host) => Changes>> = {
    1: (host) => ({ 5: jobPlatformFailed(writingFor(host)) }),
    4: (host) => ({ 4: agentTerminated(host) }),
    6: () => ({ 2: diskFull() }),
  }
  const runs = Array.from({ length: 8 }, (_, index) => {
    const host = known(700 + index)
    return [host, run(host, FLOWS.upgradeAgent, startAt, failures[index]?.(host) ?? {})] as const
  })
  return tellJob({ id: 1121, jobType: 'UPGRADE_AGENT', startAt, runs })
}

function terminated(startAt: number): NodeManJob {
  const runs = [0, 1, 2].map((index) => {
    const host = known(710 + index)
    const changes: Changes = { [index]: { seconds: 30 - index * 7, failure: 'stopped' } }
    return [host, run(host, FLOWS.upgradeAgent, startAt, changes)] as const
  })
  return tellJob({ id: 1122, jobType: 'UPGRADE_AGENT', startAt, isTerminated: true, runs })
}

/** Pipelines of 500 hosts start a few seconds apart. */
function threeThousand(startAt: number): NodeManJob {
  const runs = Array.from({ length: 3000 }, (_, index) => {
    const host = known(1000 + index)
    const hostAt = startAt + Math.floor(index / 500) * 4 * SECOND
    const usual: Changes = { 0: { seconds: 15 + jitter(index, 20) } }
    const changes = index % 430 === 417 ? { ...usual, ...lateFailure(host, index) } : usual
    return [host, run(host, FLOWS.upgradeAgent, hostAt, changes)] as const
  })
  return tellJob({ id: 3000, jobType: 'UPGRADE_AGENT', startAt, bizIds: [1, 2], createdBy: 'admin', runs })
}

function lateFailure(host: Host, index: number): Record<number, StepChange> {
  const ways = [agentTerminated(host), diskFull(), sshRefused(host)]
  const way = ways[index % ways.length]
  return way === undefined ? {} : { 4: way }
}
