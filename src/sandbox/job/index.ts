import type { JobCall, JobSandbox, JobSandboxOptions } from './call.ts'
import { type Catalogue, catalogueOf } from './catalogue.ts'
import { refusal, success } from './envelopes.ts'
import { FieldFailure, JobFailure } from './failures.ts'
import { bodyParameters, queryParameters } from './parameters.ts'
import { type Route, routeOf } from './routes.ts'
import { storyInstances } from './story.ts'

export type { JobCall, JobSandbox, JobSandboxOptions } from './call.ts'

/** An imitation of the job platform's open APIs, every generation over one deterministic story. */
export function createJobSandbox({ now, startedAt }: JobSandboxOptions): JobSandbox {
  let catalogue: Catalogue | null = null
  return {
    handle(call) {
      const route = routeOf(call)
      if (route === undefined) return null
      catalogue ??= catalogueOf(storyInstances(startedAt))
      return answer(route, call, catalogue, now())
    },
  }
}

function answer(route: Route, call: JobCall, catalogue: Catalogue, now: number): Response {
  try {
    if (call.method !== route.method) throw new FieldFailure('method', wrongMethod(call.method))
    const parameters = call.method === 'GET' ? queryParameters(call.query) : bodyParameters(call.bodyText)
    const { dialect } = route
    return success(dialect, route.answer({ dialect, call, parameters, catalogue, now }), call)
  } catch (error) {
    if (error instanceof JobFailure) return refusal(route.dialect, error, call)
    throw error
  }
}

function wrongMethod(method: string) {
  const text = `Request method '${method}' not supported`
  return { zh: text, en: text }
}
