import { expect, test } from 'vitest'
import type { ExecuteObject, HostId, StepLogQuery, TransferFrame } from '#contract'
import { restOfQuestion } from './rest-of-stream.ts'

const question: StepLogQuery = {
  keys: ['1', '2', '3'],
  addresses: { 1: '0:10.0.0.1', 2: '0:10.0.0.2', 3: '0:10.0.0.3' },
}
const hostOf = (id: number): ExecuteObject => ({
  kind: 'host',
  hostId: String(id) as HostId,
  cloudId: null,
  ip: `10.0.0.${id}`,
  ipv6: null,
  cloudName: null,
})

function download(source: ExecuteObject | null) {
  const transfer = {
    direction: 'download',
    source,
    sourcePath: '/a',
    destination: null,
    destinationPath: null,
    status: 4,
    size: null,
    speed: null,
    progress: null,
  } as const
  const frame: TransferFrame = { kind: 'transfer', key: 'k', hostKey: '1', transfer, bytes: 0 }
  return { frame, documentId: 'd' }
}

test('only what was not answered is asked for, in the same words', () => {
  expect(restOfQuestion(question, new Set(['1', '3']), [])).toEqual({ ...question, keys: ['2'] })
})

test.each<[string, string[]]>([
  ['nothing was answered', []],
  ['others were', ['7']],
  ['all was answered', ['1', '2', '3']],
])('there is no rest when %s', (_name, answered) => {
  expect(restOfQuestion(question, new Set(answered), [])).toBeNull()
})

test('sources that downloads have named are part of it, each once, unless they have answered', () => {
  const withSources = { ...question, withSources: true }
  const container = { kind: 'container', id: '5', uid: null, name: null, nodeHostId: null } as const
  const transfers = [hostOf(8), hostOf(9), hostOf(8), hostOf(1), container, null].map(download)
  expect(restOfQuestion(withSources, new Set(['1', '2', '3', '9']), transfers)).toEqual({
    ...withSources,
    keys: ['8', 'container:5'],
    addresses: { ...question.addresses, 8: '0:10.0.0.8' },
  })
  expect(restOfQuestion(question, new Set(['1', '2', '3']), transfers)).toBeNull()
})
