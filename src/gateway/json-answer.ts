import { type Squeezed, squeeze } from './squeezed.ts'

/**
 * An answer of the API whose body waits beside it: as a stream it would be read again at once, to know its size and to
 * compress it.
 */
export class WholeAnswer extends Response {
  readonly whole: Buffer
  constructor(whole: Buffer) {
    super(null, { headers: { 'content-type': 'application/json' } })
    this.whole = whole
  }
}

/** The same of a body too large to be there as it is. */
export class SqueezedAnswer extends Response {
  readonly squeezed: Squeezed
  constructor(squeezed: Squeezed) {
    super(null, { headers: { 'content-type': 'application/json' } })
    this.squeezed = squeezed
  }
}

/** A value as an answer of the API. */
export function jsonAnswer(value: unknown): Response {
  return new WholeAnswer(Buffer.from(JSON.stringify(value)))
}

/** Items in a list that is written in pieces; about 64 KiB of results. */
const ITEMS_PER_PIECE = 256
/** A list of more items is some megabytes. */
const MANY_ITEMS = 4_096

/** Made once for all who asked for the same at the same moment, and got the same value. */
const squeezedOf = new WeakMap<object, Promise<Squeezed>>()

/** `around` as JSON, with `items` as its last member `name`, each on a line of its own. */
export async function linesAnswer(
  around: object,
  name: string,
  items: readonly object[],
): Promise<WholeAnswer | SqueezedAnswer> {
  const texts = linesOf(around, name, items)
  if (items.length < MANY_ITEMS) return new WholeAnswer(Buffer.from([...texts].join('')))
  const known = squeezedOf.get(items)
  const squeezed = known ?? squeeze(texts)
  if (known === undefined) squeezedOf.set(items, squeezed)
  return new SqueezedAnswer(await squeezed)
}

function* linesOf(around: object, name: string, items: readonly object[]): Generator<string> {
  const beginning = JSON.stringify({ ...around, [name]: [] }).slice(0, -'}'.length - ']'.length)
  if (items.length === 0) return yield `${beginning}]}`
  for (let at = 0; at < items.length; at += ITEMS_PER_PIECE) {
    const lines = items.slice(at, at + ITEMS_PER_PIECE).map((item) => JSON.stringify(item))
    yield `${at === 0 ? `${beginning}\n` : ',\n'}${lines.join(',\n')}`
  }
  yield '\n]}'
}
