import type { JobSandbox, JobSandboxOptions } from './call.ts'

export type { JobCall, JobSandbox, JobSandboxOptions } from './call.ts'

/** An imitation of the job platform's open APIs, every generation over one deterministic story. */
export function createJobSandbox(_options: JobSandboxOptions): JobSandbox {
  return { handle: () => null }
}
