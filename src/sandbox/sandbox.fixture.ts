/** How the sandbox's tests call it. */
import { createSandbox, type Sandbox } from './index.ts'

export const STARTED_AT = Date.parse('2025-09-15T10:00:00+08:00')
export const GATEWAY = 'http://bk.test/api/bk-nodeman/prod'
export const ESB = 'http://bk.test/api/c/compapi/v2'
export const CREDENTIALS = { bk_app_code: 'joblens', bk_app_secret: 'secret', bk_token: 'demo' }

export type Bench = { readonly sandbox: Sandbox; readonly advance: (ms: number) => void }

/** A sandbox whose clock stands still until it is moved. */
export function standingSandbox(): Bench {
  let now = STARTED_AT
  const sandbox = createSandbox({ now: () => now, startedAt: STARTED_AT, control: true })
  return {
    sandbox,
    advance: (ms) => {
      now += ms
    },
  }
}

export function gatewayRequest(url: string, body?: unknown, credentials: unknown = CREDENTIALS): Request {
  const headers = { 'X-Bkapi-Authorization': JSON.stringify(credentials), 'Content-Type': 'application/json' }
  if (body === undefined) return new Request(url, { headers })
  return new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
}

export function esbRequest(component: string, body: object, credentials: object = CREDENTIALS): Request {
  return new Request(`${ESB}/${component}/`, {
    method: 'POST',
    body: JSON.stringify({ ...credentials, ...body }),
  })
}

/** The parsed body of an answer. */
export async function ask(sandbox: Sandbox, request: Request) {
  const answer = await sandbox.fetch(request)
  return answer.json()
}

/** node-man's log of one instance through generation 2. */
export function logRequest(jobId: number, instanceId: string): Request {
  return gatewayRequest(`${GATEWAY}/api/job/${jobId}/log/?instance_id=${encodeURIComponent(instanceId)}`)
}

export async function setFaults(sandbox: Sandbox, rules: unknown): Promise<Response> {
  const body = JSON.stringify(rules)
  return sandbox.fetch(new Request('http://bk.test/__sandbox/faults', { method: 'POST', body }))
}
