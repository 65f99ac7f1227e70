import pino, { type DestinationStream, type Logger } from 'pino'
import { createLineWriter } from './line-writer.ts'
import { hideSpellings, spellingsOf } from './secret-spellings.ts'

const STANDARD_OUTPUT = 1

/** What the gateway logs with. */
export type GatewayLog = Logger

export interface LogOptions {
  /** Texts that must never be written, e.g. the app secret: replaced wherever they appear in a line. */
  readonly secrets: readonly string[]
  readonly level?: string
  /** Default: standard output, written in the background a few times a second, and flushed when the process exits. */
  readonly destination?: DestinationStream
}

/**
 * One JSON object a line. Secrets are taken out of the finished line, not of chosen fields: an error message may
 * quote a header or an address from anywhere.
 */
export function createLog({
  secrets,
  level = 'info',
  destination = createLineWriter(STANDARD_OUTPUT),
}: LogOptions): GatewayLog {
  const redact = redactor(secrets)
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { error: describeError } },
    { write: (line) => destination.write(redact(line)) },
  )
}

/** Credentials as they appear in JSON (also JSON within JSON) and in queries, whoever's they are. */
const CREDENTIAL = /((?:bk_token|bk_ticket|bk_app_secret|access_token)(?:\\*"\s*:\s*\\*"|=))[^"\\&;\s]+/g

function redactor(secrets: readonly string[]): (line: string) => string {
  const spellings = spellingsOf(secrets)
  return (line) => hideSpellings(line, spellings, '[secret]').replace(CREDENTIAL, '$1[secret]')
}

/** Name, words, stack and cause: never an error's other fields, which may hold a whole request. */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return { name: typeof error }
  const { name, message, stack, cause } = error
  return { name, message, stack, ...(cause === undefined ? {} : { cause: describeError(cause) }) }
}
