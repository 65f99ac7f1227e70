import type { FramePort } from '../protocol.ts'
import { decodeText } from '../text/decode-text.ts'
import { type BlockMatcher, createBlockMatcher } from './block-matches.ts'
import type { FromMatcher, ToMatcher, WindowInput } from './matcher-port.ts'
import { countInPieces, findInPiece, type JoinedPieces, joinPieces } from './piece-matches.ts'
import { shownLines, shownText } from './shown-text.ts'
import type { TextMatch } from './text-match.ts'

type Question = Exclude<ToMatcher, { readonly type: 'open' | 'close' }>

/** The other side of regular expression searches: of a worker of its own, in the product. Call once for a port. */
export function serveMatches(port: FramePort): void {
  const matchers = new Map<number, BlockMatcher>()
  const readWindow = createWindowReader()
  const send = (message: FromMatcher): void => port.postMessage(message)

  const answer = (matcher: BlockMatcher, question: Question): void => {
    const { id } = question
    const reply = (numbers: readonly number[], taken = 0): void =>
      send({ type: 'answer', id, numbers: Uint32Array.from(numbers), taken })
    const { pattern } = matcher.texts
    switch (question.type) {
      case 'lines':
        reply(question.isCareful ? countCarefully(matcher, question) : matcher.countInLines(question.bytes))
        break
      case 'window': {
        const { counts, taken } = countInPieces(
          pattern,
          readWindow(question.window),
          question.range,
          question.taken,
        )
        reply(
          counts.flatMap(({ pieceIndex, count, reach }) => [pieceIndex, count, reach]),
          taken,
        )
        break
      }
      case 'find':
        reply(pairsOf(matcher.texts.find(question.text)))
        break
      case 'find-in-piece':
        reply(pairsOf(findInPiece(pattern, readWindow(question.window), question.piece, question.reach)))
    }
  }

  const countCarefully = (matcher: BlockMatcher, { id, bytes }: Extract<Question, { type: 'lines' }>) =>
    matcher.countWithCare(shownLines(decodeText(bytes)).split('\n'), (textIndex, countBefore) =>
      send({ type: 'at', id, textIndex, countBefore }),
    )

  const answerOrFail = (matcher: BlockMatcher, question: Question): void => {
    try {
      answer(matcher, question)
    } catch {
      send({ type: 'failed', id: question.id })
    }
  }

  port.addEventListener('message', (event) => {
    const message = event.data as ToMatcher
    if (message.type === 'open') matchers.set(message.expressionId, createBlockMatcher(message))
    else if (message.type === 'close') matchers.delete(message.expressionId)
    else {
      const matcher = matchers.get(message.expressionId)
      if (matcher !== undefined) answerOrFail(matcher, message)
    }
  })
  port.start?.()
  send({ type: 'ready' })
}

function pairsOf(matches: readonly TextMatch[]): readonly number[] {
  return matches.flatMap(({ offset, length }) => [offset, length])
}

/** Plays the pieces of a window; those read last are kept, since all that is found in them is asked piece by piece. */
function createWindowReader(): (input: WindowInput) => JoinedPieces {
  let kept: JoinedPieces = joinPieces([])
  let keptKey = ''
  return ({ key, bytes, ends }) => {
    if (key === keptKey || bytes === null) return kept
    kept = joinPieces(
      ends.map((end, index) => shownText(decodeText(bytes.subarray(ends[index - 1] ?? 0, end)))),
    )
    keptKey = key
    return kept
  }
}
