/**
 * True when a parent of this origin may talk to us: the list that stands in `frame-ancestors`, read as a browser reads
 * it there (CSP 3, 6.7.2.8): `*.` stands for any host below, a scheme's own port may be left out, and http includes the
 * same host over https. `null`, the origin of sandboxed pages and files, is nobody.
 */
export function isAllowedParent(origin: string, parents: readonly string[]): boolean {
  const asking = partsOf(origin)
  return asking !== null && parents.some((parent) => isIncluded(asking, partsOf(parent)))
}

interface OriginParts {
  readonly scheme: string
  readonly host: string
  readonly port: string
}

const ownPorts: Readonly<Record<string, string>> = { http: '80', https: '443' }

function partsOf(origin: string): OriginParts | null {
  const match = /^(https?):\/\/((?:\*\.)?[a-z\d][a-z\d.-]*|\[[a-f\d:.]+\])(?::(\d{1,5}))?$/.exec(
    origin.toLowerCase(),
  )
  if (match === null) return null
  const [, scheme = '', host = '', port = ownPorts[scheme] ?? ''] = match
  return { scheme, host, port }
}

function isIncluded(asking: OriginParts, allowed: OriginParts | null): boolean {
  if (allowed === null || asking.host.startsWith('*') || !isHostIncluded(asking.host, allowed.host))
    return false
  if (asking.scheme === allowed.scheme) return asking.port === allowed.port
  return asking.scheme === 'https' && asking.port === '443' && allowed.port === '80'
}

function isHostIncluded(asking: string, allowed: string): boolean {
  return allowed.startsWith('*.')
    ? asking.endsWith(allowed.slice(1)) && asking !== allowed
    : asking === allowed
}
