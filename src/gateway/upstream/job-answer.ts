import { ProblemError } from '../problem-error.ts'
import { unwrap } from './envelope.ts'
import type { LogCallAnswer } from './job-dialect.ts'
import type { Transport } from './transport.ts'
import type { UpstreamAnswer } from './transport-call.ts'

/**
 * `data` of an answer of the job platform: an object in every call (bk-job A.3 to A.9), or null. Rejects anything else: read
 * tolerantly, a list or a text would say that nothing ran and no host has a log.
 */
export function jobData(answer: UpstreamAnswer, { transport, operation }: AskedJob): unknown {
  const data = unwrap(answer, transport)
  if (typeof data === 'object' && !Array.isArray(data)) return data
  throw new ProblemError({
    kind: 'bad-answer',
    message: `The job platform answered ${operation} in a shape Joblens does not know`,
    requestId: answer.requestId,
    requestIdOf: answer.requestIdOf,
    system: transport.system,
  })
}

/** Who was asked for what. */
interface AskedJob {
  readonly transport: Transport
  readonly operation: string
}

/** A log call's answer with its texts, whose memory is given back at once when it is a refusal. */
export function logCallAnswer(answer: UpstreamAnswer, asked: AskedJob): LogCallAnswer {
  const { bytes, texts, free } = answer
  try {
    return { data: jobData(answer, asked), bytes, texts, free }
  } catch (error) {
    free()
    throw error
  }
}
