/** The long step: files pushed over SSH, commands (with the installer's token in them, D3), and the script's own lines. */
import type { Host } from './host.ts'

/** An invented install token and account: what copies and exports must mask. */
const INSTALL_TOKEN = 'TOKEN-Zm9vYmFy.c2FuZGJveA=='

export function installLines(host: Host): readonly string[] {
  return [...preparation(host), ...SCRIPT_START, ...scriptMiddle(host), ...scriptEnd(host)]
}

export function uninstallLines(host: Host): readonly string[] {
  return [
    '执行命令: chmod +x /tmp/setup_agent.sh',
    `执行命令: nohup bash /tmp/setup_agent.sh -O 48668 -I ${host.ip} -c "${INSTALL_TOKEN}" -R -s 90211 &> /tmp/nm.nohup.out &`,
    '[script] [remove_agent] trying to stop old agent',
    '[script] [unregister_agent_id] trying to unregister agent id',
    '[script] [remove_agent] old agent has been stopped successfully',
    '[script] [remove_agent] agent has been removed',
  ]
}

function preparation(host: Host): readonly string[] {
  return [
    '选择的安装通道为: 默认通道',
    '推送下列文件到「/tmp/」\nsetup_agent.sh\nnm.ssl.tgz',
    '执行命令: mkdir -p /tmp/',
    '执行命令: curl http://10.0.0.1/download/setup_agent.sh -o /tmp/setup_agent.sh --connect-timeout 5 -sSfg',
    '执行命令: chmod +x /tmp/setup_agent.sh',
    `执行命令: nohup bash /tmp/setup_agent.sh -O 48668 -E 58925 -A 58930 -I ${host.ip} -c "${INSTALL_TOKEN}" -s 90210 &> /tmp/nm.nohup.out &`,
    `[script] [check_env] Args are: -O 48668 -E 58925 -A 58930 -I ${host.ip} -c ${INSTALL_TOKEN} -s 90210`,
  ]
}

const SCRIPT_START = [
  '[script] [check_env] checking prerequisite. NETWORK_POLICY,DISK_SPACE,PERMISSION,RESOURCE etc.[PID:21377]',
  '[script] [check_env] check free disk space. done',
  '[script] [check_env] check temp dir write access: yes',
  '[script] [check_env] curl has been installed',
  "[script] [check_env] checking resource(http://10.0.0.1/download/gse_agent.tgz) url's validality",
  '[script] [check_env] check resource(http://10.0.0.1/download/gse_agent.tgz) url succeed',
  '[script] [check_env] checking prerequisite done, result: SUCCESS',
  '[script] [download_pkg] download gse agent package from http://10.0.0.1/download/gse_agent.tgz).',
]

function scriptMiddle(host: Host): readonly string[] {
  return [
    `[script] [download_pkg] ${progressBar(12.5)}`,
    `[script] [download_pkg] ${progressBar(37.5)}`,
    `[script] [download_pkg] ${progressBar(81.2)}`,
    `[script] [download_pkg] ${progressBar(100)}`,
    '[script] [download_pkg] gse_agent package download succeeded',
    '[script] [report_cpu_arch] x86_64',
    '[script] [remove_agent] trying to stop old agent',
    '[script] [remove_agent] old agent has been stopped successfully',
    '[script] [setup_agent] setup agent. (extract, render config)',
    '[script] [get_config] request agent config file(s)',
    '[script] [register_agent_id] trying to register agent id',
    `[script] [report_agent_id] register agent id succeed: ${host.agentId}`,
  ]
}

function scriptEnd(host: Host): readonly string[] {
  const health = { result: 'ok', agent: { ip: host.ip, version: 'v2.1.5-beta.5' }, cluster: 'ok', data: 'ok' }
  const packed = btoa(JSON.stringify(health))
  return [
    `[script] [report_healthz] ${packed}`,
    `[script] [report_healthz] parse healthz result:\n${JSON.stringify(health, null, 4)}`,
    '[script] [healthz_check] gse_agent healthz check success',
    '[script] [setup_agent] gse agent is setup successfully.',
    '[script] [check_deploy_result] gse agent has been deployed successfully',
  ]
}

/** curl's `--progress-bar`, as it is left in the reported line. */
export function progressBar(percent: number): string {
  return `${'#'.repeat(Math.round((percent / 100) * 60)).padEnd(60)} ${percent.toFixed(1)}%`
}
