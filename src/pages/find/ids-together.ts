import { type ScopeType, scopeTypes } from '#contract'
import { addressFilter } from '../address-filter.ts'
import { type HostList, readHostList } from '../host-list.ts'
import { hostsQuery, jobHostsQuery } from '../hosts-query.ts'
import { readDecimalId, readNodeManInstanceId, readScopePair } from './ids-in-text.ts'
import type { Target } from './target.ts'

/*
 * Ids and hosts side by side and nothing else: "biz 2 20000000001", "1103 10.2.0.3", "20000000001 20000000102 10.0.0.3".
 * No word says what each number is: their order, their lengths and what stands beside them do, and where these leave
 * several meanings all are offered, the likeliest first.
 */

const apart = String.raw`[\s,;|/，；、]+`

const scopeWords: ReadonlyMap<string, ScopeType> = new Map<string, ScopeType>([
  ...scopeTypes.map((type) => [type, type] as const),
  ['business', 'biz'],
  ['业务', 'biz'],
])

/** What the ids in a text can mean together; none for any other text. Throws BadIdError. */
export function readTogether(text: string): readonly Target[] {
  const ofNodeMan = new RegExp(String.raw`^#?(\d+)${apart}((?:host|service)(?:\||%7C)\S+)$`, 'i').exec(text)
  if (ofNodeMan !== null) {
    const [, job = '', instance = ''] = ofNodeMan
    const nodeManJobId = readDecimalId(job)
    const instanceId = readNodeManInstanceId(instance)
    return [{ kind: 'node-man-instance', nodeManJobId, instanceId, query: '' }]
  }
  const [, word = '', scopeId = '', rest] = scopeFirst.exec(text) ?? []
  const type = scopeWords.get(word.toLowerCase())
  if (type === undefined || rest === undefined) return withoutScope(text)
  const row = readRow(rest)
  return row === null ? [] : inScope(readScopePair(type, scopeId), row)
}

const scopeFirst = new RegExp(String.raw`^(\p{L}[\p{L}_]*)[\s:：/#]*(\d+)${apart}(.+)$`, 'su')

/** Numbers in the order written, and the hosts after them. */
interface Row {
  readonly numbers: readonly string[]
  readonly hosts: HostList | null
}

/** More numbers than a scope, a job instance, a step and a host are a list of hosts. */
const mostNumbers = 3

const numberFirst = new RegExp(String.raw`^#?([1-9]\d*)(?:${apart}|$)`)
const hostBefore = /^([^\s,;|/，；、]*[.:][^\s,;|/，；、]*)[\s,;|，；、]+#?(\d+)$/

/** `null` for a text of another kind. A host may stand before its job. */
function readRow(text: string): Row | null {
  let rest = text.trim().replace(hostBefore, '$2 $1')
  const numbers: string[] = []
  for (;;) {
    const match = numberFirst.exec(rest)
    if (match === null) break
    numbers.push(match[1] ?? '')
    rest = rest.slice(match[0].length)
  }
  if (numbers.length === 0 || numbers.length > mostNumbers) return null
  if (rest === '') return { numbers, hosts: null }
  const hosts = readHostList(rest)
  const areAll = hosts.keys.length > 0 && hosts.notUnderstood.length === 0
  return areAll && hosts.keys.every((key) => key.includes(':')) ? { numbers, hosts } : null
}

type Scope = ReturnType<typeof readScopePair>

function inScope(scope: Scope, { numbers, hosts }: Row): readonly Target[] {
  const [first = '', second, third] = numbers
  if (second === undefined) return jobInstance(scope, first, hosts)
  if (third !== undefined) return hosts === null ? step(scope, first, second, readHostList(third)) : []
  const ofStep = step(scope, first, second, hosts)
  const isHost = hosts === null && isShorter(second, first)
  return isHost ? [...jobInstance(scope, first, readHostList(second)), ...ofStep] : ofStep
}

function withoutScope(text: string): readonly Target[] {
  const row = readRow(text)
  if (row === null) return []
  const { numbers, hosts } = row
  const asHosts = hostsAlone(text)
  if (numbers.length > 1) {
    const targets = [...asOfScope(row), ...inScope(null, row)]
    return targets.length === 0 ? [] : [...targets, ...asHosts]
  }
  const [id = ''] = numbers
  if (hosts === null) return []
  const [ofJob, ofNodeMan] = [jobInstance(null, id, hosts), nodeManJob(id, hosts)]
  // Ids of node-man are counted from 1, those of the job platform have ten digits and more.
  return [...(id.length < longId ? [...ofNodeMan, ...ofJob] : [...ofJob, ...ofNodeMan]), ...asHosts]
}

const longId = 8

/** The first number as a business: it is much shorter than the one it stands before. */
function asOfScope({ numbers: [id = '', ...numbers], hosts }: Row): readonly Target[] {
  const [next = ''] = numbers
  return isShorter(id, next) ? inScope(readScopePair('biz', id), { numbers, hosts }) : []
}

/** Ids given out by one counter are about as long as each other. */
function isShorter(id: string, than: string): boolean {
  return id.length + 2 < than.length
}

/** The text as hosts and nothing else, which have no slashes between them. */
function hostsAlone(text: string): readonly Target[] {
  const hosts = readHostList(text)
  if (hosts.keys.length < 2 || hosts.notUnderstood.length > 0) return []
  return [{ kind: 'hosts', hosts, network: null, query: '' }]
}

function jobInstance(scope: Scope, id: string, hosts: HostList | null): readonly Target[] {
  const query = jobHostsQuery(hosts?.keys ?? [])
  if (query === null) return []
  return [{ kind: 'job-instance', scope, likelyScope: null, jobInstanceId: readDecimalId(id), query }]
}

function step(scope: Scope, id: string, stepId: string, hosts: HostList | null): readonly Target[] {
  const query = hostsQuery(hosts?.keys ?? [])
  if (query === null) return []
  const [jobInstanceId, stepInstanceId] = [readDecimalId(id), readDecimalId(stepId)]
  return [{ kind: 'step-instance', scope, likelyScope: null, jobInstanceId, stepInstanceId, query }]
}

function nodeManJob(id: string, { keys }: HostList): readonly Target[] {
  const ip = addressFilter(keys.join(' '))
  if (ip === null) return []
  return [{ kind: 'node-man-job', nodeManJobId: readDecimalId(id), query: `?${new URLSearchParams({ ip })}` }]
}
