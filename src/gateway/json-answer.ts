import type { Exchange } from './exchange.ts'

/**
 * An answer of the API whose body waits beside it: as a stream it would be read again at once, to know its size and to
 * compress it.
 */
export function jsonAnswer(exchange: Exchange, value: unknown): Response {
  return jsonTextAnswer(exchange, JSON.stringify(value))
}

/** The same of a value that is JSON already. */
export function jsonTextAnswer(exchange: Exchange, text: string): Response {
  exchange.body = Buffer.from(text)
  return new Response(null, { headers: { 'content-type': 'application/json' } })
}
