/** Job types in the words of the list and details calls (bk-nodeman B6): what they are called and of which kind. */

type JobType = {
  readonly stepType: 'AGENT' | 'PLUGIN' | 'PROXY'
  readonly opType: string
  readonly zh: string
  readonly en: string
}

export const JOB_TYPES = {
  INSTALL_AGENT: { stepType: 'AGENT', opType: 'INSTALL', zh: '安装 Agent', en: 'Install Agent' },
  UPGRADE_AGENT: { stepType: 'AGENT', opType: 'UPGRADE', zh: '升级 Agent', en: 'Upgrade Agent' },
  UNINSTALL_AGENT: { stepType: 'AGENT', opType: 'UNINSTALL', zh: '卸载 Agent', en: 'Uninstall Agent' },
  RESTART_AGENT: { stepType: 'AGENT', opType: 'RESTART', zh: '重启 Agent', en: 'Restart Agent' },
  RELOAD_AGENT: { stepType: 'AGENT', opType: 'RELOAD', zh: '重载配置', en: 'Reload configuration' },
  INSTALL_PROXY: { stepType: 'PROXY', opType: 'INSTALL', zh: '安装 Proxy', en: 'Install Proxy' },
  MAIN_INSTALL_PLUGIN: { stepType: 'PLUGIN', opType: 'INSTALL', zh: '安装插件', en: 'Install Plugin' },
  MAIN_STOP_PLUGIN: { stepType: 'PLUGIN', opType: 'STOP', zh: '停止插件', en: 'Stop Plugin' },
  PUSH_CONFIG_PLUGIN: {
    stepType: 'PLUGIN',
    opType: 'PUSH_CONFIG',
    zh: '下发插件配置',
    en: 'Push plugin config',
  },
  DEBUG_PLUGIN: { stepType: 'PLUGIN', opType: 'DEBUG', zh: '调试插件', en: 'Debug Plugin' },
} as const satisfies Readonly<Record<string, JobType>>

export type JobTypeKey = keyof typeof JOB_TYPES
