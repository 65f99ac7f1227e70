import * as z from 'zod/mini'
import {
  credentialSchema,
  fillTemplate,
  logPathSchema,
  tenantSchema,
  upstreamUrlSchema,
  urlTemplateSchema,
} from './config-fields.ts'
import type { ConfigReader } from './config-reader.ts'
import type { VariableName } from './config-variables.ts'

/** The app's identity towards BlueKing. The secret goes into upstream credentials and nowhere else. */
export interface AppIdentity {
  readonly code: string
  readonly secret: string
}

/** Which generation of the job platform's API, and where. */
export interface JobConfig {
  readonly generation: 'gateway-v3' | 'gateway-v4' | 'gateway-v4-ip-log' | 'esb'
  /** Up to and including the stage (`…/api/bk-job/prod`), or the bare ESB host; no slash at the end. */
  readonly baseUrl: string
  readonly app: AppIdentity
  /** Sent as `X-Bk-Tenant-Id`; null where the deployment has no tenants. */
  readonly tenantId: string | null
  readonly sandbox: boolean
}

/** How node-man is reached. */
export interface NodeManConfig {
  readonly api: 'gateway' | 'esb'
  readonly baseUrl: string
  /** Template of the gateway's log call; the details call is its sibling. Not used with ESB. */
  readonly logPath: string
  readonly app: AppIdentity
  /** Sent as `X-Bk-Tenant-Id`; null where the deployment has no tenants. */
  readonly tenantId: string | null
  readonly sandbox: boolean
}

/** Both upstreams; null = off. */
export interface UpstreamsConfig {
  readonly job: JobConfig | null
  readonly nodeMan: NodeManConfig | null
}

const jobApis = ['gateway-v3', 'gateway-v4', 'gateway-v4-ip-log', 'esb', 'sandbox', 'off'] as const
const nodeManApis = ['gateway', 'esb', 'sandbox', 'off'] as const
type Api = (typeof jobApis)[number] | (typeof nodeManApis)[number]

const sandboxApp: AppIdentity = { code: 'joblens', secret: 'sandbox' }
const sandboxJob: JobConfig = {
  generation: 'gateway-v4',
  baseUrl: 'http://sandbox.invalid/api/bk-job/prod',
  app: sandboxApp,
  tenantId: null,
  sandbox: true,
}
const defaultLogPath = '/api/job/{pk}/log/'
const sandboxNodeMan: NodeManConfig = {
  api: 'gateway',
  baseUrl: 'http://sandbox.invalid/api/bk-nodeman/prod',
  logPath: defaultLogPath,
  app: sandboxApp,
  tenantId: null,
  sandbox: true,
}

/** Variables that mean "there is a real BlueKing": with any of them the sandbox is never chosen silently. */
export const realSigns: readonly VariableName[] = [
  'JOBLENS_APP_CODE',
  'JOBLENS_APP_SECRET',
  'JOBLENS_JOB_URL',
  'JOBLENS_NODEMAN_URL',
  'JOBLENS_NODEMAN_LOG_PATH',
  'BK_API_URL_TMPL',
  'BK_COMPONENT_API_URL',
]

/** Resolves both upstreams (product.md 11 and 14). Mistakes are noted in the reader. */
export function readUpstreams(reader: ConfigReader): UpstreamsConfig {
  const jobApi = reader.read('JOBLENS_JOB_API', oneOf(jobApis), null)
  const nodeManApi = reader.read('JOBLENS_NODEMAN_API', oneOf(nodeManApis), null)
  const isReal = realSigns.some((name) => reader.isSet(name)) || [jobApi, nodeManApi].some(isRealApi)
  const app = readApp(reader)
  // Read again where they are used; here so that a wrong one is told even when nothing says yet what it is for.
  for (const name of ['JOBLENS_JOB_URL', 'JOBLENS_NODEMAN_URL'] as const)
    reader.read(name, upstreamUrlSchema, '')
  readTenant(reader)
  const job = resolveJob(reader, jobApi ?? impliedJobApi(reader, isReal), app)
  const nodeMan = resolveNodeMan(reader, nodeManApi ?? impliedNodeManApi(reader, isReal), app)
  reportUnused(reader, isReal, [jobApi, nodeManApi])
  return { job, nodeMan }
}

function oneOf<const T extends readonly [string, ...string[]]>(words: T) {
  return z.enum(words, `must be one of ${words.join(', ')}`)
}

function isRealApi(api: Api | null): boolean {
  return api !== null && api !== 'sandbox' && api !== 'off'
}

/** A platform without tenants injects one all the same, `default`, and says that it has none. */
function readTenant(reader: ConfigReader): string | null {
  const hasNone = reader.read('BKPAAS_MULTI_TENANT_MODE', z.string(), null)?.toLowerCase() === 'false'
  if (hasNone && reader.isInjected('JOBLENS_TENANT_ID')) return null
  return reader.read('JOBLENS_TENANT_ID', tenantSchema, null)
}

function readApp(reader: ConfigReader): AppIdentity {
  const code = reader.read('JOBLENS_APP_CODE', credentialSchema, '')
  return { code, secret: reader.read('JOBLENS_APP_SECRET', credentialSchema, '') }
}

/**
 * What PaaS injects is enough on its own. Generation v3 is then assumed, since every server still running has it
 * (v4 begins with 3.11, bk-job A.1).
 */
function impliedJobApi(reader: ConfigReader, isReal: boolean): (typeof jobApis)[number] {
  if (!isReal) return reader.isSet('JOBLENS_JOB_API') ? 'off' : 'sandbox'
  if (reader.isSet('BK_API_URL_TMPL')) return 'gateway-v3'
  if (reader.isSet('BK_COMPONENT_API_URL')) return 'esb'
  if (reader.isSet('JOBLENS_JOB_URL')) requireApi(reader, 'JOBLENS_JOB_API', 'JOBLENS_JOB_URL is set')
  return 'off'
}

function impliedNodeManApi(reader: ConfigReader, isReal: boolean): (typeof nodeManApis)[number] {
  if (!isReal) return reader.isSet('JOBLENS_NODEMAN_API') ? 'off' : 'sandbox'
  if (reader.isSet('BK_API_URL_TMPL')) return 'gateway'
  if (reader.isSet('BK_COMPONENT_API_URL')) return 'esb'
  for (const sign of ['JOBLENS_NODEMAN_URL', 'JOBLENS_NODEMAN_LOG_PATH'] as const) {
    if (reader.isSet(sign)) requireApi(reader, 'JOBLENS_NODEMAN_API', `${sign} is set`)
  }
  return 'off'
}

/** Which API is not known, but whichever it is, it needs the app's identity. */
function requireApi(reader: ConfigReader, name: VariableName, reason: string): void {
  for (const needed of [name, 'JOBLENS_APP_CODE', 'JOBLENS_APP_SECRET'] as const)
    reader.require(needed, reason)
}

function resolveJob(reader: ConfigReader, api: (typeof jobApis)[number], app: AppIdentity): JobConfig | null {
  if (api === 'off') return null
  if (api === 'sandbox') return sandboxJob
  const baseUrl = readBaseUrl(reader, 'JOBLENS_JOB_URL', {
    api,
    apiName: 'bk-job',
    variable: 'JOBLENS_JOB_API',
  })
  return { generation: api, baseUrl, app, tenantId: readTenant(reader), sandbox: false }
}

function resolveNodeMan(
  reader: ConfigReader,
  api: (typeof nodeManApis)[number],
  app: AppIdentity,
): NodeManConfig | null {
  const logPath = reader.read('JOBLENS_NODEMAN_LOG_PATH', logPathSchema, defaultLogPath)
  if (api === 'off') return null
  if (api === 'sandbox') return { ...sandboxNodeMan, logPath }
  const wanted = { api, apiName: 'bk-nodeman', variable: 'JOBLENS_NODEMAN_API' }
  const baseUrl = readBaseUrl(reader, 'JOBLENS_NODEMAN_URL', wanted)
  return { api, baseUrl, logPath, app, tenantId: readTenant(reader), sandbox: false }
}

interface Wanted {
  readonly api: string
  readonly apiName: string
  readonly variable: string
}

/** The base address and, on the way, everything else this upstream needs. */
function readBaseUrl(reader: ConfigReader, name: VariableName, wanted: Wanted): string {
  const reason = `${wanted.variable} is ${wanted.api}`
  reader.require('JOBLENS_APP_CODE', reason)
  reader.require('JOBLENS_APP_SECRET', reason)
  if (reader.isSet(name)) return reader.read(name, upstreamUrlSchema, '')
  const source = wanted.api === 'esb' ? 'BK_COMPONENT_API_URL' : 'BK_API_URL_TMPL'
  if (!reader.isSet(source)) {
    reader.missing(`${name} (or ${source})`, reason)
    return ''
  }
  if (wanted.api === 'esb') return reader.read(source, upstreamUrlSchema, '')
  return `${fillTemplate(reader.read(source, urlTemplateSchema, ''), wanted.apiName)}/prod`
}

/** An app identity with no upstream at all is a half-set upstream too. */
function reportUnused(reader: ConfigReader, isReal: boolean, apis: readonly (Api | null)[]): void {
  const hasPlatform = reader.isSet('BK_API_URL_TMPL') || reader.isSet('BK_COMPONENT_API_URL')
  const hasUrl = reader.isSet('JOBLENS_JOB_URL') || reader.isSet('JOBLENS_NODEMAN_URL')
  if (!isReal || hasPlatform || hasUrl || apis.some((api) => api !== null)) return
  const reason = 'an upstream is half set'
  reader.missing('JOBLENS_JOB_API or JOBLENS_NODEMAN_API', reason)
  reader.missing('JOBLENS_JOB_URL or JOBLENS_NODEMAN_URL (or BK_API_URL_TMPL)', reason)
  reader.require('JOBLENS_APP_CODE', reason)
  reader.require('JOBLENS_APP_SECRET', reason)
}
