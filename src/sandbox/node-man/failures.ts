/** The ways a step fails, with the lines real failures leave (bk-nodeman D6). */

import type { Host } from './host.ts'
import { installLines } from './install-script.ts'
import { jobLink, type Writing } from './messages.ts'
import { error, foldBlock, type StepChange } from './plan.ts'

const TRACEBACK = `Traceback (most recent call last):
  File "/app/apps/backend/components/collections/agent_new/install.py", line 402, in execute_shell_solution
    async with conns.AsyncsshConn(**conn_info) as conn:
  File "/app/apps/core/remote/conns/asyncssh_impl.py", line 118, in connect
    raise exceptions.DisconnectError(f"远程连接失败：{err}")
ConnectionRefusedError: [Errno 111] Connect call failed ('{ip}', 36000)

The above exception was the direct cause of the following exception:

apps.core.remote.exceptions.DisconnectError: [3803007] 远程连接失败`

/** SSH refused: the ERROR at once, closing line half a minute later with the batch; two folded blocks. */
export function sshRefused(host: Host): StepChange {
  const refused = `[3803007] 远程连接失败：[Errno 111] Connect call failed ('${host.ip}', 36000)`
  return {
    seconds: 38,
    failure: 'plain',
    sayings: [
      '选择的安装通道为: 默认通道',
      error(refused),
      foldBlock(TRACEBACK.replace('{ip}', host.ip)),
      error(`[3803007] 重试后仍然失败：${refused}`),
      foldBlock('+ nc -z -w 3 10.0.0.1 36000\nConnection refused\n+ exit 1'),
    ],
  }
}

/** The download failed, and only the consequence is named at the end (issue #1637 of node-man). */
export function downloadMissing(host: Host): StepChange {
  return {
    seconds: 41,
    failure: 'plain',
    sayings: [
      ...installLines(host).slice(0, 15),
      error(
        '[script] [download_pkg] file gse_agent.tgz download failed. (url:http://10.0.0.1/download/gse_agent.tgz, http_status:404)',
      ),
      '[script] [setup_agent] setup agent. (extract, render config)',
      '[script] [setup_agent] tar: /tmp/gse_agent.tgz: Cannot open: No such file or directory',
      error('[script] [setup_agent] start gse agent failed'),
    ],
  }
}

/** The job platform's own failure, with the link to its execution. */
export function jobPlatformFailed(writing: Writing): StepChange {
  return {
    seconds: 16,
    failure: 'plain',
    sayings: [
      `快速执行脚本 check_agent_ability\n${jobLink(writing, 'failed')}`,
      error('作业平台执行失败: 作业执行状态 -> 11「执行失败」, 主机任务状态码 -> 104「脚本返回码非零」'),
    ],
  }
}

export function agentTerminated(host: Host): StepChange {
  return {
    seconds: 61,
    failure: { exception: '查询 GSE 超时' },
    sayings: [
      '期望的 Agent 状态为 正常「RUNNING」',
      `查询 GSE 得到主机 [${host.agentId}] Agent 状态 -> 异常「TERMINATED」, 版本 -> 无`,
      error(`${host.hostId}:AGENT异常[TERMINATED]，请尝试恢复AGENT状态或重装AGENT。`),
    ],
  }
}

export function diskFull(): StepChange {
  return {
    seconds: 9,
    failure: { exception: '[3803009] 命令返回非零值：exit_status -> 1' },
    sayings: [
      error('[script] [check_env] no enough space left on /tmp'),
      foldBlock('df -h /tmp\n/dev/vda1  40G  40G  0 100% /'),
    ],
  }
}
