import { FieldFailure, JobFailure } from './failures.ts'
import type { JobRequest } from './job-request.ts'
import type { ObjectSet } from './model.ts'
import { asLong, isRecord } from './parameters.ts'

/** One execute object as the caller named it. */
export interface Asked {
  readonly by: 'host' | 'address' | 'container'
  readonly key: string
}

const v3Limit = 500
const v4Limit = 50
const tooMany = {
  zh: '单次查询的执行目标数量必须在 1-50 之间',
  en: 'The number of execute objects of one query must be between 1 and 50',
}
const none = { zh: '主机不能为空', en: 'Hosts must not be empty' }

/** v3, ESB and the draft: `host_id_list` wins over `ip_list`, more than 500 reject the whole call (bk-job B.1). */
export function askedHosts(request: JobRequest): readonly Asked[] {
  const asked = firstOf([askedIds(request, 'host_id_list', 'host'), askedAddresses(request)])
  if (asked.length === 0 || asked.length > v3Limit) throw new JobFailure(1241007, 'host_id_list/ip_list')
  return asked
}

/** Released v4: hosts by id, by address, or containers, 1 to 50 of them (bk-job A.5). */
export function askedObjects(request: JobRequest): readonly Asked[] {
  const lists = [askedIds(request, 'host_id_list', 'host'), askedAddresses(request)]
  const asked = firstOf([...lists, askedIds(request, 'container_id_list', 'container')])
  if (asked.length === 0) throw new FieldFailure('host_id_list', none)
  if (asked.length > v4Limit) throw new FieldFailure('host_id_list', tooMany)
  return asked
}

function firstOf(lists: readonly (readonly Asked[])[]): readonly Asked[] {
  return lists.find((list) => list.length > 0) ?? []
}

function askedIds(request: JobRequest, name: string, by: 'host' | 'container'): readonly Asked[] {
  return request.parameters
    .list(name)
    .map((item) => asLong(name, item))
    .filter((id) => id !== null)
    .map((key) => ({ by, key }))
}

function askedAddresses(request: JobRequest): readonly Asked[] {
  return request.parameters.list('ip_list').map((item) => askedAddress(item, request.dialect === 'v4'))
}

// An element may carry a host id instead of an address, in v3 only (bk-job A.2).
function askedAddress(item: unknown, isV4: boolean): Asked {
  if (!isRecord(item)) throw new FieldFailure('ip_list')
  const hostId = asLong('bk_host_id', item['bk_host_id'])
  if (hostId !== null && !isV4) return { by: 'host', key: hostId }
  const cloudId = asLong('bk_cloud_id', item['bk_cloud_id'])
  const ip = item['ip']
  if (cloudId === null || typeof ip !== 'string') throw new FieldFailure('ip_list')
  if (isV4 && !/^\d{1,3}(\.\d{1,3}){3}$/.test(ip)) throw new FieldFailure('ip_list')
  return { by: 'address', key: `${cloudId}:${ip}` }
}

/** Where the asked objects stand in a set: unknown ones silently left out, each once. */
export function indexesIn(set: ObjectSet, asked: readonly Asked[]): readonly number[] {
  const found = asked.map((one) => indexIn(set, one)).filter((index) => index >= 0)
  return [...new Set(found)]
}

/** -1 when the object is not in the set. */
export function indexIn(set: ObjectSet, { by, key }: Asked): number {
  if (by === 'host') return set.indexOfHost(key)
  return by === 'address' ? set.indexOfAddress(key) : set.indexOfContainer(key)
}
