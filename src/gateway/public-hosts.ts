import type { Config } from './config.ts'
import { RefusedError } from './problem-answer.ts'

/*
 * Against DNS rebinding: a page of any site may let its own name point here, and is then, to the browser, of the same origin
 * as Joblens. Cookies of the company it does not have, but where everybody is somebody (JOBLENS_ACT_AS) it needs none. What gives
 * it away is the name it came by.
 */

/**
 * Throws 421 for a request that came by another name. An address is no name that anybody could let point here, nor is
 * `localhost`: orchestrators and operators come by those.
 */
export function refuseForeignHost(request: Request, hosts: Config['publicHosts']): void {
  if (hosts === null) return
  const forwarded = request.headers.get('x-forwarded-host')?.split(',')[0]?.trim()
  // A proxy that changes `Host` tells the name here. A page could too, so both must be ours.
  const names = [new URL(request.url).hostname, ...(forwarded === undefined ? [] : [nameOf(forwarded)])]
  if (names.every((name) => isOurs(name, hosts))) return
  throw new RefusedError(421, {
    kind: 'bad-request',
    message: 'Joblens is not reached by this host name (JOBLENS_PUBLIC_HOSTS)',
  })
}

function isOurs(hostname: string, hosts: ReadonlySet<string>): boolean {
  const name = hostname.toLowerCase().replace(/\.$/, '')
  return hosts.has(name) || name === 'localhost' || /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/.test(name)
}

/** Without the port; what is no host at all stays as it is, and is nobody's name. */
function nameOf(host: string): string {
  const address = `http://${host}`
  return URL.canParse(address) ? new URL(address).hostname : host
}
