import fc from 'fast-check'
import { expect, test } from 'vitest'
import { frameHeaderSchema, problemKinds } from '#contract'
import { checkHeader } from './check-header.ts'

/** What `checkHeader` stands in for. */
function checkBySchema(header: unknown): unknown {
  const parsed = frameHeaderSchema.safeParse(header)
  if (!parsed.success) return null
  if (!('fromBytes' in parsed.data)) return parsed.data
  const { fromBytes = 0, ...rest } = parsed.data
  return { ...rest, bytes: fromBytes + rest.bytes }
}

const text = fc.oneof(
  fc.string(),
  fc.constantFrom('', '0', '17', '007', '9223372036854775807', '9223372036854775808'),
)
const id = fc.oneof(fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String), fc.constantFrom('0', '17'))
const nullableText = fc.option(text)
const number = fc.oneof(fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }))
const bytes = fc.nat()
const fromBytes = fc.option(fc.nat(), { nil: undefined })
const keys = fc.array(text, { maxLength: 3 })

const host = fc.record({
  kind: fc.constant('host'),
  hostId: fc.option(id),
  cloudId: fc.option(id),
  ip: nullableText,
  ipv6: nullableText,
  cloudName: nullableText,
})
const container = fc.record({
  kind: fc.constant('container'),
  id: text,
  uid: nullableText,
  name: nullableText,
  nodeHostId: fc.option(id),
})
const executeObject = fc.oneof(host, container)
const transfer = fc.record({
  direction: fc.constantFrom('upload', 'download'),
  source: fc.option(executeObject),
  sourcePath: text,
  destination: fc.option(executeObject),
  destinationPath: nullableText,
  status: fc.option(number),
  size: nullableText,
  speed: nullableText,
  progress: nullableText,
})
const statedTime = fc.record({ text: nullableText, at: fc.option(number) })
const step = fc.record({
  index: number,
  name: text,
  status: text,
  startedAt: statedTime,
  finishedAt: statedTime,
})
const permission = fc.record({
  action: text,
  actionName: text,
  resources: fc.array(fc.record({ type: text, id: text, name: text }), { maxLength: 2 }),
})
const problem = fc.record({
  kind: fc.constantFrom(...problemKinds),
  message: text,
  code: nullableText,
  requestId: text,
  requestIdOf: fc.constantFrom('upstream', 'gateway', 'browser'),
  system: fc.constantFrom('job', 'node-man', 'joblens'),
  retryAfterSeconds: fc.option(number),
  permissions: fc.array(permission, { maxLength: 2 }),
  applyUrl: nullableText,
  loginUrl: nullableText,
})
const totals = fc.record({
  hosts: number,
  logs: number,
  transfers: number,
  missing: number,
  failed: number,
  bytes: number,
})

/** Headers as a gateway sends them: JSON, in which what is undefined is not there. */
const validHeader: fc.Arbitrary<unknown> = fc
  .oneof(
    fc.record({
      kind: fc.constant('log-type'),
      logType: fc.constantFrom('script', 'file', 'none'),
      bytes,
    }),
    fc.record({
      kind: fc.constant('script-log'),
      key: text,
      executeObject,
      content: fc.constantFrom('text', 'null'),
      bytes,
      fromBytes,
    }),
    fc.record({ kind: fc.constant('transfer'), key: text, hostKey: text, transfer, bytes, fromBytes }),
    fc.record({ kind: fc.constant('node-man-step'), key: text, step, bytes, fromBytes }),
    fc.record({ kind: fc.constant('missing'), keys, bytes }),
    fc.record({ kind: fc.constant('problem'), keys, problem, bytes }),
    fc.record({ kind: fc.constant('end'), totals, bytes }),
  )
  .map((header) => JSON.parse(JSON.stringify(header)))

type Spot = { readonly owner: Record<string, unknown>; readonly name: string }

/** Every field in a header, however deep. */
function spotsOf(value: unknown): readonly Spot[] {
  if (typeof value !== 'object' || value === null) return []
  const owner = value as Record<string, unknown>
  return Object.keys(owner).flatMap((name) => [{ owner, name }, ...spotsOf(owner[name])])
}

const strange: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(null, '', 0, -1, 0.5, 'host', 'text', 'toString', '__proto__', true, [], {}),
  text,
  fc.jsonValue({ maxDepth: 1 }),
)
const change = fc.record({
  at: fc.nat(),
  how: fc.constantFrom('replace', 'remove', 'add'),
  name: fc.oneof(fc.string(), fc.constantFrom('kind', 'fromBytes', 'constructor', 'bytes')),
  value: strange,
})

const changedHeader = fc
  .tuple(validHeader, fc.array(change, { minLength: 1, maxLength: 3 }))
  .map(([header, changes]) => {
    for (const { at, how, name, value } of changes) {
      const spots = spotsOf(header)
      const spot = spots[at % Math.max(1, spots.length)]
      if (spot === undefined) continue
      if (how === 'remove') delete spot.owner[spot.name]
      else spot.owner[how === 'add' ? name : spot.name] = value
    }
    return header
  })

test('a header is read as the schema reads it', () => {
  fc.assert(
    fc.property(validHeader, (header) => {
      expect(checkHeader(header)).not.toBeNull()
      expect(checkHeader(header)).toStrictEqual(checkBySchema(header))
    }),
    { numRuns: 500 },
  )
})

test('a header that is not quite one is refused, or falls back, as by the schema', () => {
  let refusedCount = 0
  fc.assert(
    fc.property(changedHeader, (header) => {
      const checked = checkHeader(header)
      if (checked === null) refusedCount += 1
      expect(checked).toStrictEqual(checkBySchema(header))
    }),
    { numRuns: 1_500 },
  )
  expect(refusedCount).toBeGreaterThan(150)
})

test.each([
  null,
  undefined,
  'end',
  1,
  [],
  {},
  { kind: 'heartbeat', bytes: 0 },
  { kind: 'toString', bytes: 0 },
])('%j is no header', (value) => expect(checkHeader(value)).toBeNull())

test('a length counts what the browser has already', () => {
  const object = { kind: 'container', id: 'c1', uid: null, name: null, nodeHostId: null }
  const header = { kind: 'script-log', key: 'c1', executeObject: object, content: 'text', bytes: 5 }
  expect(checkHeader({ ...header, fromBytes: 100 })).toEqual({ ...header, bytes: 105 })
})
