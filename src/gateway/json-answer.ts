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

/** A value as an answer of the API. */
export function jsonAnswer(value: unknown): Response {
  return jsonTextAnswer(JSON.stringify(value))
}

/** The same of a value that is JSON already. */
export function jsonTextAnswer(text: string): Response {
  return new WholeAnswer(Buffer.from(text))
}
