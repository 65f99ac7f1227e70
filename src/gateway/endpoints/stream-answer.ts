import type { StepLogQuery } from '#contract'
import type { ApiParts } from '../api-parts.ts'
import type { Exchange } from '../exchange.ts'
import { frameAnswer } from '../frames.ts'
import { knownTexts } from '../known-texts.ts'
import { recordRequest } from '../request-log.ts'
import type { LogFrame } from '../upstream/upstream.ts'

/** A frame stream whose log line is written when it ends, so that it tells the real duration and size. */
export function streamAnswer(
  frames: AsyncIterable<LogFrame>,
  { method, have }: { readonly method: string; readonly have: StepLogQuery['have'] },
  exchange: Exchange,
  parts: ApiParts,
): Promise<Response> {
  return frameAnswer(frames, {
    exchange,
    links: parts.config.links,
    known: knownTexts(have),
    onFinish: (outcome, bytes, error) => {
      if (error !== null) parts.log.error({ requestId: exchange.requestId, error }, 'stream failed')
      recordRequest(parts, exchange, { method, status: 200, outcome, bytes })
    },
  })
}
