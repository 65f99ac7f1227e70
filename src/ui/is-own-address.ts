/** Any origin will do: what counts is that a path cannot leave it. */
const anywhere = 'http://joblens.invalid'

/**
 * True for an address within Joblens, as a browser reads it: what was kept, or came in a file of preferences, could have
 * been tampered with, and becomes a link. A browser drops tabs and line breaks, so `/⇥/evil.example` is another host.
 */
export function isOwnAddress(to: string): boolean {
  if (!/^\/(?![/\\])/.test(to) || !URL.canParse(to, anywhere)) return false
  const { origin, pathname } = new URL(to, anywhere)
  return origin === anywhere && !pathname.startsWith('//')
}
