import type { FramePort } from '../protocol.ts'
import type { FromMatcher, ToMatcher } from './matcher-port.ts'
import { createTextMatcher, type TextMatcher } from './text-match.ts'

/** The nested worker's side of a regular expression search. Call once, with the worker's own `self`. */
export function serveMatches(port: FramePort): void {
  let matcher: TextMatcher | null = null
  const send = (message: FromMatcher): void => port.postMessage(message)

  port.addEventListener('message', (event) => {
    const message = event.data as ToMatcher
    if (message.type === 'expression') matcher = createTextMatcher(message)
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
  matcher: TextMatcher,
  { id, text, isCareful }: CountQuestion,
  send: (message: FromMatcher) => void,
): readonly number[] {
  const pairs: number[] = []
  let countBefore = 0
  text.split('\n').forEach((line, textIndex) => {
    if (isCareful) send({ type: 'at', id, textIndex, countBefore })
    countBefore = matcher.count(line)
    if (countBefore > 0) pairs.push(textIndex, countBefore)
  })
  return pairs
}

function places(matcher: TextMatcher, text: string): readonly number[] {
  return matcher.find(text).flatMap(({ offset, length }) => [offset, length])
}
