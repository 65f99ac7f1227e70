import { understand } from './paste.ts'

/**
 * The part of the current address that is somebody else's, to be read like a pasted text; empty on the plain start page.
 * A query or fragment nobody understands is not worth a complaint there: portals append their own parameters.
 */
export function foreignAddress(path: string, search: string, hash: string): string {
  const address = `${path}${search}${hash}`
  if (path !== '/') return address
  if (search === '' && hash === '') return ''
  return understand(address).kind === 'understood' ? address : ''
}
