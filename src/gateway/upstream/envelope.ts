import type { TransportOptions, TransportStyle, UpstreamAnswer } from './transport.ts'

/** Whose answer it is. */
export interface EnvelopeSource {
  readonly system: TransportOptions['system']
  readonly style: TransportStyle
}

/**
 * The `data` of a successful answer of any envelope (null when there was none), or ProblemError with kind,
 * upstream's words and code, request id, missing permissions.
 */
export declare function unwrap(answer: UpstreamAnswer, source: EnvelopeSource): unknown
