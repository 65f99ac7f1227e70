/** What each step writes between its first and its last line (bk-nodeman D5), spread over the step's time. */
import type { Host } from './host.ts'
import { installLines, uninstallLines } from './install-script.ts'
import type { Message } from './run.ts'
import type { StepKey } from './step-names.ts'

export type Language = 'zh' | 'en'

export type Writing = {
  readonly host: Host
  readonly language: Language
}

/**
 * The job platform's instances that links point to; its sandbox has them in business 2: a release whose second step
 * failed on a few hosts, a distribution that runs 15 minutes, an instance whose first step failed everywhere.
 */
const LINKED = { script: '20000000001', file: '20000000018', failed: '20000000019' } as const

/** A message before its time is known. */
export type Saying = string | { readonly level: Message['level']; readonly text: string }

/** Placeholder host of the job platform; a reader builds its own link from the id (D2). */
const JOB_HOST = 'https://job.example.com'

/** Lines between "开始 …" and the closing line. Steps without words of their own give none. */
export function sayingsOf(key: StepKey, writing: Writing): readonly Saying[] {
  return SAYINGS[key]?.(writing) ?? []
}

/** "作业任务ID为 [n]，点击跳转到 <a …>": continues the message before it. */
export function jobLink({ language }: Writing, kind: keyof typeof LINKED = 'script'): string {
  const jobInstanceId = LINKED[kind]
  const href = `<a href="${JOB_HOST}/api_execute/${jobInstanceId}" target="_blank">`
  return language === 'zh'
    ? `作业任务ID为 [${jobInstanceId}]，点击跳转到 ${href}[作业平台]</a>`
    : `Job task ID is [${jobInstanceId}], click to jump to ${href}[Blueking JOB]</a>`
}

const SAYINGS: Partial<Record<StepKey, (writing: Writing) => readonly Saying[]>> = {
  hostInfo: ({ host }) => [
    `更新 CMDB 主机信息:\n${pretty({ bk_host_id: host.hostId, properties: { bk_host_innerip: host.ip, bk_os_type: '1' } })}`,
    `添加主机到业务 ${host.bizName}[${host.bizId}]:\n${pretty({ bk_cloud_id: host.cloudId, operator: 'demo' })}`,
    '注册CMDB完成',
  ],
  password: () => ['当前主机验证类型无需查询密码'],
  accessPoint: () => [
    '主机 <--> 接入点网络情况检测结果：\n连接至接入点 [默认接入点] 的平均延迟为 0.42ms\n连接至接入点 [备用接入点] 的平均延迟为 31.07ms',
    '已选择 [默认接入点] 作为本次安装的接入点',
  ],
  policy: () => [
    '等待策略配置生效，请确认以下端口已放通：\n1. GSE Task 28668\n2. GSE Data 28625\n3. 出口地址可执行 curl ipinfo.io 查询',
  ],
  install: ({ host }) => installLines(host),
  bind: ({ host }) => [
    `已将 Agent[bk_agent_id: ${host.agentId}] 绑定到 主机[bk_host_id: ${host.hostId ?? 2_000_999_001}]`,
  ],
  agentStatus: agentStatus,
  checkStatus: agentStatus,
  proxyStatus: agentStatus,
  proxyPolicy: (writing) => [`快速执行脚本 is_target_reachable\n${jobLink(writing)}`],
  btPolicy: (writing) => [fromServer('/data/bkee/public/py36-x86_64.tgz', '/tmp', writing)],
  tool: (writing) => [fromServer('/data/bkee/public/gsectl_tools.tgz', '/usr/local/gse', writing)],
  package: (writing) => [fromServer('/data/bkee/public/bkmonitorbeat-3.58.2.tgz', '/tmp', writing)],
  upgradePackage: (writing) => [
    fromServer('/data/bkee/public/gse_agent-2.1.5-beta.5.tgz', '/tmp', writing),
    say(
      writing,
      '当前执行的作业总量超过业务配额限制，任务滚动执行中，请耐心等待.....',
      'The number of jobs exceeds the quota of the business, rolling, please wait.....',
    ),
  ],
  nginx: (writing) => [`快速执行脚本 start_nginx\n${jobLink(writing)}`],
  identity: () => ['推送主机身份的任务为: [5271]'],
  environment: (writing) => [configPush('/etc/sysconfig/gse/bk_env.list', writing)],
  presets: () => [
    '正在安装预设插件: bkmonitorbeat, bkunifylogbeat, processbeat',
    '[bkmonitorbeat] 部署插件程序 执行成功, [bkunifylogbeat] 部署插件程序 执行成功, [processbeat] 部署插件程序 执行成功',
  ],
  agentConfig: (writing) => [configPush('/usr/local/gse2_bkee/agent/etc/gse_agent.conf', writing)],
  pluginConfig: (writing) => [configPush('/usr/local/gse2_bkee/plugins/etc/bkmonitorbeat.conf', writing)],
  upgradeCommand: (writing) => [
    `${say(writing, '快速执行脚本', 'Fast execute script')} update_binary\n${jobLink(writing)}`,
    say(
      writing,
      '该步骤无需等待作业平台执行结果',
      'This step does not wait for the result of the job platform',
    ),
  ],
  wait: (writing) => [
    say(writing, '等待 Agent 重启，30 秒后继续', 'Waiting for the Agent to restart, going on in 30 seconds'),
  ],
  ability: (writing) => [
    `${say(writing, '快速执行脚本', 'Fast execute script')} check_agent_ability\n${jobLink(writing)}`,
  ],
  script: (writing) => [fromServer('/data/bkee/public/operate_plugin.sh', '/tmp', writing)],
  initScript: (writing) => [`快速执行脚本 initialize_script\n${jobLink(writing)}`],
  installPackage: (writing) => [`快速执行脚本 operate_plugin\n${jobLink(writing)}`],
  restartProc: (writing) => processOperation(writing, 7),
  reloadProc: (writing) => processOperation(writing, 8),
  delegateProc: (writing) => processOperation(writing, 3),
  stopProc: (writing) => processOperation(writing, 1),
  debugPlugin: () =>
    Array.from(
      { length: 6 },
      (_, index) => `{"dataid":1001,"usage":${(12.5 + index).toFixed(1)},"ip":"127.0.0.1"}`,
    ),
  uninstall: ({ host }) => uninstallLines(host),
  restart: (writing) => [`快速执行脚本 restart\n${jobLink(writing)}`],
  reloadConfig: (writing) => [`快速执行脚本 reload\n${jobLink(writing)}`],
}

export function say({ language }: Pick<Writing, 'language'>, zh: string, en: string): string {
  return language === 'zh' ? zh : en
}

function agentStatus(writing: Writing): readonly Saying[] {
  const { host } = writing
  const asked = say(
    writing,
    `查询 GSE 得到主机 [${host.agentId}] Agent 状态 ->`,
    `Host [${host.agentId}] Agent status from GSE ->`,
  )
  return [
    say(writing, '期望的 Agent 状态为 正常「RUNNING」', 'Expected Agent status is Normal「RUNNING」'),
    `${asked} ${say(writing, '异常「TERMINATED」, 版本 -> 无', 'Abnormal「TERMINATED」, version -> none')}`,
    `${asked} ${say(writing, '正常「RUNNING」, 版本 -> v2.1.5-beta.5', 'Normal「RUNNING」, version -> v2.1.5-beta.5')}`,
  ]
}

function fromServer(path: string, folder: string, writing: Writing): string {
  const [source, first, second] =
    writing.language === 'zh'
      ? ['服务器文件-0-10.0.0.1', '下发文件', '到目标机器路径']
      : ['Server file-0-10.0.0.1', 'transfer file', 'to target path']
  const lead = writing.language === 'zh' ? '从' : 'From'
  return `${lead} [${source}] ${first} [${path}] ${second} [${folder}]\n${jobLink(writing, 'file')}`
}

function configPush(path: string, writing: Writing): string {
  const folder = path.slice(0, path.lastIndexOf('/'))
  const file = path.slice(folder.length + 1)
  const text =
    writing.language === 'zh'
      ? `下发配置文件 [${file}] 到目标机器路径 [${folder}]，若下发失败，请检查作业平台所部署的机器是否已安装AGENT`
      : `Deliver config file [${file}] to target path [${folder}], if it fails, check that the machines of JOB have an AGENT`
  return `${text}\n${jobLink(writing, 'file')}`
}

/** The request to GSE, printed as JSON, then the task id (D5). */
function processOperation({ host }: Writing, opType: number): readonly Saying[] {
  const request = {
    meta: { namespace: 'nodeman', name: 'bkmonitorbeat', labels: { proc_name: 'bkmonitorbeat' } },
    op_type: opType,
    nodeman_spec: { proc_operate_req: { restart_on_fail: true, timeout: 60 } },
    hosts: [{ ip: host.ip, bk_cloud_id: host.cloudId, bk_agent_id: host.agentId }],
    spec: {
      identity: { proc_name: 'bkmonitorbeat', setup_path: '/usr/local/gse2_bkee/plugins/bin', user: 'root' },
      control: {
        start_cmd: './start.sh bkmonitorbeat',
        stop_cmd: './stop.sh bkmonitorbeat',
        reload_cmd: './reload.sh',
      },
      resource: { cpu: 10, mem: 10 },
      alive_monitor_policy: { auto_type: 1, start_check_secs: 9, op_timeout: 60 },
    },
  }
  return [
    `请求 GSE:\n${pretty(request)}`,
    `GSE TASK ID: [O2:20250915084846:5a1f3c20b7e94d6e8f0a1b2c3d4e5f60:${opType}]`,
  ]
}

/** Python's `json.dumps(indent=2)` with `ensure_ascii`, as node-man prints objects. */
function pretty(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /[\u0080-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}
