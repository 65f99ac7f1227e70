import type { FramePort } from '../protocol.ts'
import { decodeText } from '../text/decode-text.ts'
import { type BlockMatcher, createBlockMatcher } from './block-matches.ts'
import type { FromMatcher, ToMatcher } from './matcher-port.ts'
import { shownLines } from './shown-text.ts'

/** The nested worker's side of a regular expression search. Call once, with the worker's own `self`. */
export function serveMatches(port: FramePort): void {
  let matcher: BlockMatcher | null = null
  const send = (message: FromMatcher): void => port.postMessage(message)

  port.addEventListener('message', (event) => {
    const message = event.data as ToMatcher
    if (message.type === 'expression') matcher = createBlockMatcher(message)
    else if (matcher !== null) {
      const pairs = message.type === 'count' ? count(matcher, message, send) : places(matcher, message.text)
      send({ type: 'answer', id: message.id, pairs: Uint32Array.from(pairs) })
    }
  })
  port.start?.()
  send({ type: 'ready' })
}

type CountQuestion = Extract<ToMatcher, { readonly type: 'count' }>

function count(
  matcher: BlockMatcher,
  { id, input, isCareful }: CountQuestion,
  send: (message: FromMatcher) => void,
): readonly number[] {
  if (!isCareful && typeof input !== 'string') return matcher.countInLines(input)
  const texts = (typeof input === 'string' ? input : shownLines(decodeText(input))).split('\n')
  return matcher.countWithCare(texts, (textIndex, countBefore) => {
    if (isCareful) send({ type: 'at', id, textIndex, countBefore })
  })
}

function places({ texts }: BlockMatcher, text: string): readonly number[] {
  return texts.find(text).flatMap(({ offset, length }) => [offset, length])
}
