import type {
  FileTransfer,
  FrameHeader,
  MissingPermission,
  NodeManStep,
  Problem,
  StatedTime,
  StreamTotals,
} from '#contract'
import { executeObject as anyExecuteObject } from './check-execute-object.ts'
import {
  byKind,
  listOf,
  nullable,
  number,
  object,
  optional,
  type Read,
  readOrNull,
  text,
  word,
} from './read-shape.ts'
import { oncePerObject } from './same-objects.ts'

/*
 * The shapes of `frameHeaderSchema` (contract), written out: there are 50,000 headers in a large step, and the
 * log worker is on the way to the first line, where a schema library is too slow and too large. The schema stays
 * the truth: types hold the two together, and a property test that they read every header alike.
 */

const nullableText = nullable(text)
const executeObject = oncePerObject(anyExecuteObject)

const transfer = object<FileTransfer>({
  direction: word({ upload: true, download: true }),
  source: nullable(executeObject),
  sourcePath: text,
  destination: nullable(executeObject),
  destinationPath: nullableText,
  status: nullable(number),
  size: nullableText,
  speed: nullableText,
  progress: nullableText,
})

const statedTime = object<StatedTime>({ text: nullableText, at: nullable(number) })

const step = object<NodeManStep>({
  index: number,
  name: text,
  status: text,
  startedAt: statedTime,
  finishedAt: statedTime,
})

const problem = object<Problem>({
  kind: word(
    {
      'bad-request': true,
      'not-signed-in': true,
      'app-denied': true,
      denied: true,
      gone: true,
      'not-found': true,
      'not-ready': true,
      'rate-limited': true,
      'too-large': true,
      'upstream-down': true,
      timeout: true,
      'bad-answer': true,
      'not-offered': true,
      truncated: true,
      offline: true,
      internal: true,
    },
    'internal',
  ),
  message: text,
  code: nullableText,
  requestId: text,
  requestIdOf: word({ upstream: true, gateway: true, browser: true }, 'gateway'),
  system: word({ job: true, 'node-man': true, joblens: true }, 'joblens'),
  retryAfterSeconds: nullable(number),
  permissions: listOf(
    object<MissingPermission>({
      action: text,
      actionName: text,
      resources: listOf(
        object<MissingPermission['resources'][number]>({ type: text, id: text, name: text }),
      ) as Read<MissingPermission['resources']>,
    }),
  ),
  applyUrl: nullableText,
  loginUrl: nullableText,
})

const totals = object<StreamTotals>({
  hosts: number,
  logs: number,
  transfers: number,
  missing: number,
  failed: number,
  bytes: number,
})

type Frame<Kind extends FrameHeader['kind']> = Extract<FrameHeader, { readonly kind: Kind }>

const bytes = number
const fromBytes = optional(number)
const keys = listOf(text)

const header = byKind<FrameHeader>({
  'log-type': object<Frame<'log-type'>>({
    kind: word({ 'log-type': true }),
    logType: word({ script: true, file: true, none: true }),
    bytes,
  }),
  'script-log': object<Frame<'script-log'>>({
    kind: word({ 'script-log': true }),
    key: text,
    executeObject,
    content: word({ text: true, null: true }, 'text'),
    bytes,
    fromBytes,
  }),
  transfer: object<Frame<'transfer'>>({
    kind: word({ transfer: true }),
    key: text,
    hostKey: text,
    transfer,
    bytes,
    fromBytes,
  }),
  'node-man-step': object<Frame<'node-man-step'>>({
    kind: word({ 'node-man-step': true }),
    key: text,
    step,
    bytes,
    fromBytes,
  }),
  missing: object<Frame<'missing'>>({ kind: word({ missing: true }), keys, bytes }),
  problem: object<Frame<'problem'>>({ kind: word({ problem: true }), keys, problem, bytes }),
  end: object<Frame<'end'>>({ kind: word({ end: true }), totals, bytes }),
})

/**
 * A frame's header as pages may use it, null when it is none (a newer gateway's, say). Runs in the log worker.
 * `bytes` is then the length of the whole text, however much of it travelled.
 */
export function checkHeader(value: unknown): FrameHeader | null {
  const checked = readOrNull(header, value)
  if (checked === null || !('fromBytes' in checked)) return checked
  const { fromBytes: from = 0, ...rest } = checked
  return { ...rest, bytes: from + rest.bytes }
}
