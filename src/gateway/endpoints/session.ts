import { endpointPaths, type Session } from '#contract'
import type { Api, ApiParts } from '../api-parts.ts'
import type { Config } from '../config.ts'
import { jsonAnswer } from '../json-answer.ts'
import { ProblemError } from '../problem-error.ts'
import { identify, userHash } from '../session.ts'

/**
 * `GET /session`: whose ticket the browser sends, as a mark that changes with it. It asks nobody upstream, so that a
 * frame may wait with it for a sign-in in another tab; whether the ticket is still good only upstream knows.
 */
export function addSession(api: Api, { config }: ApiParts): void {
  api.get(endpointPaths.session, (c) => {
    c.env.route = 'session'
    return jsonAnswer({ user: markOf(c.req.raw, config) } satisfies Session)
  })
}

function markOf(request: Request, config: Config): string | null {
  try {
    return userHash(identify(request, config, config.job === null ? 'nodeMan' : 'job'))
  } catch (error) {
    if (error instanceof ProblemError) return null
    throw error
  }
}
