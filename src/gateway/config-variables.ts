/** What the process was started with, as `process.env` gives it. */
export type Environment = Readonly<Record<string, string | undefined>>

/** Every variable of ours. A name that is missing here cannot be read. */
export const variableNames = [
  'JOBLENS_BASE_PATH',
  'JOBLENS_BASE_PATH_STRIPPED',
  'JOBLENS_APP_CODE',
  'JOBLENS_APP_SECRET',
  'JOBLENS_JOB_API',
  'JOBLENS_JOB_URL',
  'JOBLENS_NODEMAN_API',
  'JOBLENS_NODEMAN_URL',
  'JOBLENS_NODEMAN_LOG_PATH',
  'JOBLENS_USER_COOKIE',
  'JOBLENS_ACT_AS',
  'JOBLENS_ACT_AS_CONFIRM',
  'JOBLENS_TENANT_ID',
  'JOBLENS_LOGIN_URL',
  'JOBLENS_JOB_WEB_URL',
  'JOBLENS_NODEMAN_WEB_URL',
  'JOBLENS_APPLY_URL',
  'JOBLENS_FRAME_ANCESTORS',
  'JOBLENS_PUBLIC_HOSTS',
  'JOBLENS_HSTS_SECONDS',
  'JOBLENS_METRICS_TOKEN',
  'JOBLENS_UPSTREAM_TIME_ZONE',
] as const

/** Not ours alone, and read all the same. */
const sharedNames = [
  'HOST',
  'PORT',
  'BK_API_URL_TMPL',
  'BK_COMPONENT_API_URL',
  'BKPAAS_MULTI_TENANT_MODE',
] as const

/** What a configuration may be asked for. */
export type VariableName = (typeof variableNames)[number] | (typeof sharedNames)[number]

/** Whether a variable of that name is read. */
export function isVariable(name: string): name is VariableName {
  return [...variableNames, ...sharedNames].some((known) => known === name)
}

/**
 * What BlueKing PaaS injects under its own names (product.md 11). Ours win; PORT has the same name on both sides.
 */
const fallbacks: Readonly<Partial<Record<VariableName, string>>> = {
  JOBLENS_BASE_PATH: 'BKPAAS_SUB_PATH',
  JOBLENS_APP_CODE: 'BKPAAS_APP_ID',
  JOBLENS_APP_SECRET: 'BKPAAS_APP_SECRET',
  JOBLENS_TENANT_ID: 'BKPAAS_APP_TENANT_ID',
  JOBLENS_LOGIN_URL: 'BKPAAS_LOGIN_URL',
  JOBLENS_JOB_WEB_URL: 'BKPAAS_JOB_URL',
  JOBLENS_NODEMAN_WEB_URL: 'BKPAAS_NODEMAN_URL',
  JOBLENS_APPLY_URL: 'BKPAAS_IAM_URL',
}

/** A variable that has a value, and the name it was really found under, so that a mistake names the right one. */
export interface Found {
  readonly name: string
  readonly value: string
}

/** Reads a variable or its fallback. Blank counts as not set: compose files and charts write empty values. */
export function findVariable(environment: Environment, name: VariableName): Found | null {
  const names = [name, fallbacks[name]].filter((candidate) => candidate !== undefined)
  for (const candidate of names) {
    const value = environment[candidate]?.trim() ?? ''
    if (value !== '') return { name: candidate, value }
  }
  return null
}

/** `JOBLENS_APP_SECRET (or BKPAAS_APP_SECRET)`: how a missing variable is called in a mistake. */
export function variableLabel(name: VariableName): string {
  const fallback = fallbacks[name]
  return fallback === undefined ? name : `${name} (or ${fallback})`
}

/** Ours and the platform's, misspelt ones too. */
const secretName = /^(?:JOBLENS|BKPAAS)_.*(?:SECRET|TOKEN)/i

/**
 * Takes the secrets out of the environment once they are read: diagnostic reports of a crash, and every process started
 * from this one, hold all of it.
 */
export function forgetSecrets(environment: Record<string, string | undefined>): void {
  for (const name of Object.keys(environment)) if (secretName.test(name)) delete environment[name]
}
