import * as z from 'zod/mini'
import { executeObjectSchema } from './execute-object.ts'
import { nodeManStepSchema } from './node-man.ts'
import { problemSchema } from './problem.ts'

/*
 * The frame stream. One frame is one line of JSON (a header below), a newline, then exactly `bytes` bytes of
 * UTF-8. Logs never travel inside JSON, so the browser shows the first host while the last is being fetched,
 * never unescapes a log, and knows by the last frame (`end`) whether it has everything (docs/decisions/0003).
 */

/** Content type of a frame stream. */
export const framesContentType = 'application/x-joblens-frames'

const bytes = z.number()
/**
 * How many bytes of the text the body leaves out because the browser said that it has them (see `have`); `bytes`
 * counts the body alone. Not given: the body is the whole text.
 */
const fromBytes = z.optional(z.number())

/** What the step's logs are: upstream `log_type` 1 script, 2 file, null none (a manual confirm step). */
export const logTypeFrameSchema = z.object({
  kind: z.literal('log-type'),
  logType: z.enum(['script', 'file', 'none']),
  bytes,
})

/** One host's script log; the body is its text. `content: "null"` = upstream answered null, not an empty text. */
export const scriptLogFrameSchema = z.object({
  kind: z.literal('script-log'),
  key: z.string(),
  executeObject: executeObjectSchema,
  content: z.catch(z.enum(['text', 'null']), 'text'),
  bytes,
  fromBytes,
})

/** One file on its way from a source to a destination (bk-job B.6). Texts are upstream's, `null` = absent. */
export const fileTransferSchema = z.readonly(
  z.object({
    direction: z.enum(['upload', 'download']),
    source: z.nullable(executeObjectSchema),
    sourcePath: z.string(),
    destination: z.nullable(executeObjectSchema),
    destinationPath: z.nullable(z.string()),
    /** 0 pulling, 1 waiting, 2 uploading, 3 downloading, 4 finished, 5 failed; null when none is given. It wins over progress. */
    status: z.nullable(z.number()),
    size: z.nullable(z.string()),
    speed: z.nullable(z.string()),
    progress: z.nullable(z.string()),
  }),
)
export type FileTransfer = z.infer<typeof fileTransferSchema>

/** One transfer; the body is its log. `hostKey` is the host under which upstream listed it. */
export const transferFrameSchema = z.object({
  kind: z.literal('transfer'),
  key: z.string(),
  hostKey: z.string(),
  transfer: fileTransferSchema,
  bytes,
  fromBytes,
})

/** One node-man step; the body is its log. */
export const nodeManStepFrameSchema = z.object({
  kind: z.literal('node-man-step'),
  key: z.string(),
  step: nodeManStepSchema,
  bytes,
  fromBytes,
})

/** Hosts asked for that did not come back: no log yet, no log kept, or not part of the step (bk-job B.2). */
export const missingFrameSchema = z.object({
  kind: z.literal('missing'),
  keys: z.readonly(z.array(z.string())),
  bytes,
})

/** One upstream call that failed, and the hosts it was for; the others are unharmed. */
export const problemFrameSchema = z.object({
  kind: z.literal('problem'),
  keys: z.readonly(z.array(z.string())),
  problem: problemSchema,
  bytes,
})

/**
 * What the whole stream was about. Hosts are those asked for, plus sources found on the way; `bytes` counts the
 * texts whole, also where only what follows travelled.
 */
export const streamTotalsSchema = z.readonly(
  z.object({
    hosts: z.number(),
    logs: z.number(),
    transfers: z.number(),
    missing: z.number(),
    failed: z.number(),
    bytes: z.number(),
  }),
)
export type StreamTotals = z.infer<typeof streamTotalsSchema>

/** Always the last frame; without it the stream was cut off. */
export const endFrameSchema = z.object({ kind: z.literal('end'), totals: streamTotalsSchema, bytes })

/** Header of any frame. */
export const frameHeaderSchema = z.discriminatedUnion('kind', [
  logTypeFrameSchema,
  scriptLogFrameSchema,
  transferFrameSchema,
  nodeManStepFrameSchema,
  missingFrameSchema,
  problemFrameSchema,
  endFrameSchema,
])
export type FrameHeader = z.infer<typeof frameHeaderSchema>
export type ScriptLogFrame = z.infer<typeof scriptLogFrameSchema>
export type TransferFrame = z.infer<typeof transferFrameSchema>
export type NodeManStepFrame = z.infer<typeof nodeManStepFrameSchema>

/** A text the browser keeps: its length in UTF-8, and the first 32 hex digits of the SHA-256 of those bytes. */
const knownTextSchema = z.readonly(
  z.object({
    bytes: z.number().check(z.int(), z.gte(1), z.lte(2 ** 32 - 1)),
    digest: z.string().check(z.regex(/^[0-9a-f]{32}$/)),
  }),
)
export type KnownText = z.infer<typeof knownTextSchema>

/** At most so many texts are named: the request must stay small, and digests cost time on both sides. */
const maxKnownTexts = 1_000

/**
 * What the browser has, by frame key. Where the newer text begins with exactly those bytes, only what follows
 * travels (`fromBytes`), since upstream always answers with the whole log (docs/decisions/0010).
 */
const haveSchema = z
  .record(z.string().check(z.maxLength(300)), knownTextSchema)
  .check(z.refine((have) => Object.keys(have).length <= maxKnownTexts, 'more than 1,000 texts'))

/** Body of the node-man log endpoint's POST. */
export const nodeManLogQuerySchema = z.object({ have: z.optional(haveSchema) })
export type NodeManLogQuery = z.infer<typeof nodeManLogQuerySchema>

/**
 * Body of the step log endpoint. Asking by keys keeps it small; `addresses` gives, for host ids, the address
 * known from the step's results, since ESB as documented (spec 2) can only be asked by address.
 */
export const stepLogQuerySchema = z.object({
  /** Execute object keys, at most 100,000; the one being looked at first. */
  keys: z.readonly(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(100_000))),
  /** Host id → `cloud:ip`, for hosts among `keys`. */
  addresses: z.optional(z.record(z.string(), z.string())),
  /** File steps: also fetch the uploads of every source host the downloads name (spec 2, note). */
  withSources: z.optional(z.boolean()),
  have: z.optional(haveSchema),
})
export type StepLogQuery = z.infer<typeof stepLogQuerySchema>
