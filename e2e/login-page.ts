import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A login page as BlueKing's: it signs the user in with a cookie of the whole site and goes back to `c_url`. */
export interface LoginPage {
  readonly url: string
  /** Every way back it was given, oldest first. */
  readonly waysBack: readonly string[]
  readonly stop: () => void
}

/** Starts one on a free port. Cookies are the same on every port of a host, as they are on a common domain. */
export async function startLoginPage(): Promise<LoginPage> {
  const waysBack: string[] = []
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://login')
    const wayBack = searchParams.get('c_url') ?? ''
    if (pathname === '/login/signed') {
      response.writeHead(302, { location: wayBack, 'set-cookie': 'bk_token=demo; Path=/' }).end()
    } else if (pathname === '/login/') {
      waysBack.push(wayBack)
      const next = `/login/signed?${new URLSearchParams({ c_url: wayBack })}`.replaceAll('&', '&amp;')
      response.writeHead(200, { 'content-type': 'text/html' })
      response.end(
        `<!doctype html><link rel="icon" href="data:,"><title>Login</title><a href="${next}">Let me in</a>`,
      )
    } else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}/login/`, waysBack, stop: () => server.close() }
}
