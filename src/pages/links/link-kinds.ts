import { scopeTypes } from '#contract'

/*
 * What a link can open, and what it can say of it, as data: the form, the link and its explanation all go by this
 * table. docs/links.md has the whole of it, with the parameters that only a page itself writes.
 */

/** Every field of the form, and the parameter it becomes; parts of the path are in braces. */
export const parameterOf = {
  scopeType: '{scopeType}',
  scopeId: '{scopeId}',
  jobInstanceId: '{jobInstanceId}',
  stepInstanceId: '{stepInstanceId}',
  attempt: 'executeCount',
  batch: 'batch',
  host: 'host',
  lines: 'line',
  find: 'find',
  findAs: 'find-as',
  least: 'least',
  shownStep: 'step',
  range: 'range',
  status: 'status',
  name: 'name',
  operator: 'operator',
  ip: 'ip',
  nodeManJobId: '{jobId}',
  instanceId: '{instanceId}',
  stepNumber: 'step',
  nodeManStatus: 'status',
  language: 'lang',
} as const satisfies Readonly<Record<string, string>>
export type FieldName = keyof typeof parameterOf
export const fieldNames = Object.keys(parameterOf) as readonly FieldName[]

/** What stands in the form. */
export type LinkValues = Readonly<Record<FieldName, string>>

export const noValues = Object.fromEntries(fieldNames.map((name) => [name, ''])) as LinkValues

/** What can be opened. */
export const linkKinds = [
  'step-instance',
  'job-instance',
  'job-instances',
  'node-man-instance',
  'node-man-job',
  'node-man-jobs',
] as const
export type LinkKind = (typeof linkKinds)[number]

const scope = ['scopeType', 'scopeId'] as const
const jobInstance = [...scope, 'jobInstanceId'] as const
const placeInLog = ['lines', 'find', 'findAs', 'least'] as const

/** Fields of each kind, in the order of the form; those of `needed` make the path. */
export const fieldsOf: Readonly<Record<LinkKind, readonly FieldName[]>> = {
  'step-instance': [...jobInstance, 'stepInstanceId', 'attempt', 'batch', 'host', ...placeInLog, 'language'],
  'job-instance': [...jobInstance, 'shownStep', 'language'],
  'job-instances': [...scope, 'range', 'status', 'name', 'operator', 'ip', 'language'],
  'node-man-instance': ['nodeManJobId', 'instanceId', 'stepNumber', ...placeInLog, 'language'],
  'node-man-job': ['nodeManJobId', 'nodeManStatus', 'ip', 'language'],
  'node-man-jobs': ['nodeManStatus', 'operator', 'ip', 'language'],
}

/** Fields without which a link opens nothing. A job instance without a scope is looked for by whoever opens the link. */
export const needed: Readonly<Record<LinkKind, readonly FieldName[]>> = {
  'step-instance': ['jobInstanceId', 'stepInstanceId'],
  'job-instance': ['jobInstanceId'],
  'job-instances': ['scopeId'],
  'node-man-instance': ['nodeManJobId', 'instanceId'],
  'node-man-job': ['nodeManJobId'],
  'node-man-jobs': [],
}

/** Fields with few values: the first is what an address leaves out. */
export const choicesOf = {
  scopeType: scopeTypes,
  findAs: ['', 'c', 'w', 'r', 'cr'],
  least: ['', 'warning', 'error'],
  range: ['', '1h', '24h', '30d'],
  status: ['', '1', '2', '3', '4', '7', '9', '11'],
  nodeManStatus: ['', 'PENDING', 'RUNNING', 'SUCCESS', 'FAILED', 'PART_FAILED'],
  language: ['', 'en', 'zh-CN'],
} as const satisfies Partial<Record<FieldName, readonly string[]>>
export type ChoiceName = keyof typeof choicesOf

export function isChoice(name: FieldName): name is ChoiceName {
  return name in choicesOf
}
