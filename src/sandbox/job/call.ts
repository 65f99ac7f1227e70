/** One authenticated call that reached the job backend: credentials, URL prefixes and faults are behind us. */
export interface JobCall {
  readonly generation: 'gateway' | 'esb'
  /** Gateway: the path after the stage, `/api/v3/get_job_instance_list`. ESB: the component's name only. */
  readonly path: string
  readonly method: string
  readonly query: URLSearchParams
  /** The body as it came, `''` when there was none: ids beyond 2^53 must not be rounded on the way here. */
  readonly bodyText: string
  readonly user: string
  readonly tenant: string | null
  /** From the header `Blueking-Language`: `en`, anything else is Chinese. */
  readonly language: 'zh-cn' | 'en'
  readonly requestId: string
}

/** The embedded job platform. */
export interface JobSandbox {
  /** Answers the call as its generation would; null when the platform has no such path. */
  handle(call: JobCall): Response | null
}

/** The clock everything in the story follows; both epoch ms. */
export interface JobSandboxOptions {
  readonly now: () => number
  readonly startedAt: number
}
