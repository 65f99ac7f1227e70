import { type Capabilities, endpointPaths } from '#contract'
import type { Api, ApiParts } from '../api-parts.ts'
import type { Config } from '../config.ts'
import { jsonAnswer } from '../json-answer.ts'
import { jobFacts } from '../upstream/create-job-upstream.ts'
import { hasJobList } from '../upstream/node-man-calls.ts'

/** `GET /capabilities`: needs no user, so that even a signed-out page knows where to sign in. */
export function addCapabilities(api: Api, { config, version }: ApiParts): void {
  const capabilities = capabilitiesOf(config, version)
  api.get(endpointPaths.capabilities, (c) => {
    c.env.route = 'capabilities'
    return jsonAnswer(capabilities)
  })
}

/** The configuration as the browser may see it. */
function capabilitiesOf(config: Config, version: string): Capabilities {
  return {
    job: jobCapabilities(config),
    nodeMan: nodeManCapabilities(config),
    upstreamTimeZone: config.upstreamTimeZone,
    links: config.links,
    actAs: config.actAs,
    version,
  }
}

function jobCapabilities({ job }: Config): Capabilities['job'] {
  if (job === null) return null
  return { ...jobFacts(job.generation), sandbox: job.sandbox }
}

function nodeManCapabilities({ nodeMan }: Config): Capabilities['nodeMan'] {
  if (nodeMan === null) return null
  return { api: nodeMan.api, sandbox: nodeMan.sandbox, jobList: hasJobList(nodeMan) }
}
