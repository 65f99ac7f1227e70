import * as z from 'zod/mini'
import {
  basePathSchema,
  credentialSchema,
  hostNamesSchema,
  listenHostSchema,
  originsSchema,
  portSchema,
  secondsSchema,
  timeZoneSchema,
  userNameSchema,
  webUrlSchema,
  yesOrNoSchema,
} from './config-fields.ts'
import { ConfigReader } from './config-reader.ts'
import { type UnknownVariable, unknownVariables, unknownWords } from './config-unknown.ts'
import { type JobConfig, type NodeManConfig, readUpstreams, realSigns } from './config-upstreams.ts'
import type { Environment, VariableName } from './config-variables.ts'

/** Everything the gateway is told at start. */
export interface Config {
  readonly host: string
  readonly port: number
  /** Begins and ends with a slash. */
  readonly basePath: string
  /** Where requests arrive: the base path, or `/` behind an ingress that strips it. */
  readonly servedPath: string
  /** The ingress tells each request's path in `X-Script-Name`, and strips it: see public-path.ts. */
  readonly isPathTold: boolean
  readonly job: JobConfig | null
  readonly nodeMan: NodeManConfig | null
  readonly userCookie: 'bk_token' | 'bk_ticket'
  /** Fixed user name every reader acts as: JOBLENS_ACT_AS, said again in JOBLENS_ACT_AS_CONFIRM. */
  readonly actAs: string | null
  readonly links: Links
  readonly frameAncestors: readonly string[]
  /** The names people reach it by, in lower case; null takes every name. */
  readonly publicHosts: ReadonlySet<string> | null
  readonly upstreamTimeZone: string
  /** `Strict-Transport-Security` in seconds; null sends none, since only the operator knows whether there is HTTPS. */
  readonly hstsSeconds: number | null
  /** Bearer token of `/metrics`; null leaves it to whoever reaches the port. */
  readonly metricsToken: string | null
}

/** Where to send people; null = not configured. */
export interface Links {
  readonly login: string | null
  readonly jobWeb: string | null
  readonly nodeManWeb: string | null
  readonly apply: string | null
}

/** A usable configuration, or every mistake, one line each. Secret values are in neither. */
export type ConfigResult =
  | { readonly ok: true; readonly config: Config; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly mistakes: readonly string[] }

/** Reads the variables of product.md 11. Nothing set at all means the sandbox. */
export function readConfig(environment: Environment): ConfigResult {
  const reader = new ConfigReader(environment)
  const config: Config = {
    host: reader.read('HOST', listenHostSchema, '127.0.0.1'),
    port: reader.read('PORT', portSchema, 5000),
    ...readPaths(reader),
    ...readUpstreams(reader),
    userCookie: reader.read('JOBLENS_USER_COOKIE', userCookieSchema, 'bk_token'),
    actAs: readActAs(reader),
    links: readLinks(reader),
    frameAncestors: reader.read('JOBLENS_FRAME_ANCESTORS', originsSchema, []),
    publicHosts: reader.read('JOBLENS_PUBLIC_HOSTS', hostNamesSchema, null),
    upstreamTimeZone: reader.read('JOBLENS_UPSTREAM_TIME_ZONE', timeZoneSchema, 'Asia/Shanghai'),
    hstsSeconds: reader.read('JOBLENS_HSTS_SECONDS', secondsSchema, null),
    metricsToken: reader.read('JOBLENS_METRICS_TOKEN', credentialSchema, null),
  }
  const unknowns = unknownVariables(environment)
  refuseSilentSandbox(reader, config, unknowns)
  const unknown = unknowns.map(unknownWords)
  if (reader.mistakes.length > 0) return { ok: false, mistakes: [...reader.mistakes, ...unknown] }
  return { ok: true, config, warnings: [...unknown, ...warningsOf(config)] }
}

const userCookieSchema = z.enum(['bk_token', 'bk_ticket'], 'must be bk_token or bk_ticket')

/** What was meant for a real BlueKing and misspelt must not become the sandbox, as if nothing had been said. */
function refuseSilentSandbox(
  reader: ConfigReader,
  { job, nodeMan }: Config,
  unknowns: readonly UnknownVariable[],
): void {
  const isChosen = reader.isSet('JOBLENS_JOB_API') || reader.isSet('JOBLENS_NODEMAN_API')
  if (isChosen || job?.sandbox !== true || nodeMan?.sandbox !== true) return
  const signs: readonly (string | null)[] = [...realSigns, 'JOBLENS_JOB_API', 'JOBLENS_NODEMAN_API']
  for (const { meant } of unknowns)
    if (signs.includes(meant))
      reader.missing(String(meant), 'a name like it is set, so this is not the sandbox')
}

/**
 * With it everybody who reaches the address reads with one person's rights. One variable that was copied along with
 * others must not be enough for that, so the name has to be said twice.
 */
function readActAs(reader: ConfigReader): string | null {
  const actAs = reader.read('JOBLENS_ACT_AS', userNameSchema, null)
  const again = reader.read('JOBLENS_ACT_AS_CONFIRM', userNameSchema, null)
  if (actAs === again) return actAs
  if (again === null) reader.require('JOBLENS_ACT_AS_CONFIRM', 'JOBLENS_ACT_AS must be said twice')
  else reader.mistake('JOBLENS_ACT_AS_CONFIRM must be the same name as JOBLENS_ACT_AS')
  return null
}

/** A path that the platform injects is stripped by it, and it may be another than people come by. */
function readPaths(reader: ConfigReader): Pick<Config, 'basePath' | 'servedPath' | 'isPathTold'> {
  const basePath = reader.read('JOBLENS_BASE_PATH', basePathSchema, '/')
  const isInjected = reader.isInjected('JOBLENS_BASE_PATH')
  const isStripped = reader.read('JOBLENS_BASE_PATH_STRIPPED', yesOrNoSchema, isInjected)
  return { basePath, servedPath: isStripped ? '/' : basePath, isPathTold: isInjected && isStripped }
}

function readLinks(reader: ConfigReader): Links {
  const link = (name: VariableName) => reader.read(name, webUrlSchema, null)
  return {
    login: link('JOBLENS_LOGIN_URL'),
    jobWeb: link('JOBLENS_JOB_WEB_URL'),
    nodeManWeb: link('JOBLENS_NODEMAN_WEB_URL'),
    apply: link('JOBLENS_APPLY_URL'),
  }
}

function warningsOf(config: Config): string[] {
  const hasReal = [config.job, config.nodeMan].some((upstream) => upstream?.sandbox === false)
  if (config.actAs === null || !hasReal) return []
  const warnings = [
    `JOBLENS_ACT_AS is set: EVERYBODY who can reach this address reads as "${config.actAs}", signed in or not`,
  ]
  if (config.publicHosts !== null) return warnings
  return [
    ...warnings,
    'JOBLENS_PUBLIC_HOSTS is not set: a page of any site that one of them opens may read too (DNS rebinding)',
  ]
}

/** Texts no log line may hold. The sandbox's made-up secret is none: it is an ordinary word. */
export function secretsOf({ job, nodeMan, metricsToken }: Config): string[] {
  const ofApps = [job, nodeMan].flatMap((upstream) =>
    upstream === null || upstream.sandbox ? [] : [upstream.app.secret],
  )
  return metricsToken === null ? ofApps : [...ofApps, metricsToken]
}
