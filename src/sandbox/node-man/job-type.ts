/** Job types in the words of the list and details calls (bk-nodeman B6): of which kind they are and what they are called. */

type Words = readonly [zh: string, en: string]
type Language = 'zh-cn' | 'en'

type JobType = {
  readonly stepType: 'AGENT' | 'PLUGIN' | 'PROXY'
  /** The job type without its suffix. */
  readonly opType: keyof typeof OPERATIONS
}

const OPERATIONS = {
  INSTALL: ['安装', 'Install'],
  UPGRADE: ['升级', 'Upgrade'],
  UNINSTALL: ['卸载', 'Uninstall'],
  RESTART: ['重启', 'Restart'],
  RELOAD: ['重载配置', 'Reload configuration'],
  STOP: ['停止', 'Stop'],
  PUSH_CONFIG: ['下发配置', 'Push config'],
  DEBUG: ['调试', 'Debug'],
} as const satisfies Readonly<Record<string, Words>>

const KINDS = {
  AGENT: ['Agent', 'Agent'],
  PLUGIN: ['插件', 'Plugin'],
  PROXY: ['Proxy', 'Proxy'],
} as const satisfies Readonly<Record<string, Words>>

export const JOB_TYPES = {
  INSTALL_AGENT: { stepType: 'AGENT', opType: 'INSTALL' },
  UPGRADE_AGENT: { stepType: 'AGENT', opType: 'UPGRADE' },
  UNINSTALL_AGENT: { stepType: 'AGENT', opType: 'UNINSTALL' },
  RESTART_AGENT: { stepType: 'AGENT', opType: 'RESTART' },
  RELOAD_AGENT: { stepType: 'AGENT', opType: 'RELOAD' },
  INSTALL_PROXY: { stepType: 'PROXY', opType: 'INSTALL' },
  MAIN_INSTALL_PLUGIN: { stepType: 'PLUGIN', opType: 'INSTALL' },
  MAIN_STOP_PLUGIN: { stepType: 'PLUGIN', opType: 'STOP' },
  PUSH_CONFIG_PLUGIN: { stepType: 'PLUGIN', opType: 'PUSH_CONFIG' },
  DEBUG_PLUGIN: { stepType: 'PLUGIN', opType: 'DEBUG' },
} as const satisfies Readonly<Record<string, JobType>>

export type JobTypeKey = keyof typeof JOB_TYPES

/** The four type fields both calls carry. */
export function typeFields(jobType: JobTypeKey, language: Language): Readonly<Record<string, string>> {
  const { stepType, opType } = JOB_TYPES[jobType]
  return {
    step_type: stepType,
    step_type_display: pick(KINDS[stepType], language),
    op_type: opType,
    op_type_display: pick(OPERATIONS[opType], language),
  }
}

/** 安装 Agent, 下发插件配置 …: what the task history shows. */
export function jobTypeDisplay(jobType: JobTypeKey, language: Language): string {
  const { stepType, opType } = JOB_TYPES[jobType]
  if (opType === 'PUSH_CONFIG') return language === 'en' ? 'Push plugin config' : '下发插件配置'
  if (opType === 'RELOAD') return pick(OPERATIONS.RELOAD, language)
  const isPluginInChinese = stepType === 'PLUGIN' && language !== 'en'
  return `${pick(OPERATIONS[opType], language)}${isPluginInChinese ? '' : ' '}${pick(KINDS[stepType], language)}`
}

function pick([zh, en]: Words, language: Language): string {
  return language === 'en' ? en : zh
}
