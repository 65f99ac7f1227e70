/** How long a step usually takes, in seconds. */
export interface TypicalSeconds {
  readonly least: number
  readonly most: number
}

type Row = readonly [zh: string, en: string, least: number, most: number]

/**
 * Measured and estimated durations of the eight flows (bk-nodeman D4). A name is in the language of whoever created
 * the job (A4), so both are known; a step missing here is never called late.
 */
const rows: readonly Row[] = [
  ['新增或更新主机信息', 'Add or Update host information', 1, 3],
  ['注册主机到配置平台', 'Register host to configuration platform', 1, 3],
  ['查询主机密码', 'Query host password', 1, 1],
  ['选择接入点', 'Select access point', 0, 5],
  ['下发 Agent 安装包到 Proxy', 'Send Agent installation package to Proxy', 5, 10],
  ['安装', 'Install', 25, 40],
  ['绑定主机 Agent 信息', 'Bind host Agent information', 1, 1],
  ['升级为 Agent-ID 配置', 'Upgrade to Agent-ID configured', 1, 1],
  ['查询Agent状态', 'Query Agent Status', 5, 20],
  ['查询Proxy状态', 'Query Proxy Status', 5, 20],
  ['推送主机身份信息', 'Push host identify information', 5, 5],
  ['推送环境变量文件', 'Push environment file', 6, 6],
  ['安装预设插件', 'Install preset plugin', 30, 90],
  ['下发升级包', 'Transfer upgrade package', 6, 35],
  ['批量下发升级包', '', 6, 35],
  ['渲染并下发Agent配置', 'Render and deliver Agent configuration', 6, 6],
  ['下发升级脚本命令', 'Send upgrade script command', 6, 6],
  ['执行升级脚本', '', 6, 6],
  ['等待', 'Wait', 10, 35],
  ['检查Agent功能', 'Check Agent ability', 6, 15],
  ['下发脚本', 'Transfer script', 6, 6],
  ['初始化操作脚本', 'Initialize proc operate script', 6, 6],
  ['下发安装包', 'Transfer installation package', 6, 15],
  ['安装插件包', 'Install plugin package', 6, 6],
  ['渲染下发配置', 'Rendering config', 6, 6],
  ['重启进程', 'Restart process', 6, 12],
  ['重载进程', 'Reload process', 6, 6],
  ['托管进程', 'Supervised process', 7, 7],
  ['卸载Agent', 'Uninstall Agent', 20, 30],
  ['重启', 'Restart', 6, 6],
]

const byName = new Map(
  rows.flatMap(([zh, en, least, most]) => [zh, en].map((name) => [name, { least, most }] as const)),
)

/** `null` for a step nobody measured. */
export function typicalSeconds(stepName: string): TypicalSeconds | null {
  return stepName === '' ? null : (byName.get(stepName) ?? null)
}

/** Node-man looks every 5 s and works in batches of 500: somewhat late means nothing. */
const graceMs = 60_000
const lateFactor = 3

/** True when a step has been running for so long that something is likely wrong. */
export function isFarOver({ most }: TypicalSeconds, durationMs: number): boolean {
  return durationMs > most * 1000 * lateFactor && durationMs > most * 1000 + graceMs
}
