import { createLog, type Environment, type Gateway, readConfig, secretsOf } from '#gateway'
import { composeGateway } from './compose-gateway.ts'

/*
 * The API of `vite dev`, loaded by vite.config.ts. Same variables as the server; the page comes from Vite, so the
 * base path stays `/`. An edit in the gateway reloads this module and with it the sandbox's story.
 */

let gateway: Promise<Gateway> | undefined

/** Answers one API request; the gateway is built on the first. Rejects when the configuration is wrong. */
export async function fetchApi(request: Request, environment: Environment): Promise<Response> {
  gateway ??= buildGateway(environment)
  return (await gateway).fetch(request)
}

async function buildGateway(environment: Environment): Promise<Gateway> {
  const result = readConfig({ ...environment, JOBLENS_BASE_PATH: '/' })
  if (!result.ok) throw new Error(result.mistakes.join('\n'))
  const log = createLog({ secrets: secretsOf(result.config), level: 'warn' })
  return composeGateway(result.config, { log, version: 'dev', assets: null })
}
