import {
  type CloudId,
  type ExecuteObject,
  executeObjectKey,
  type HostId,
  parseExecuteObjectKey,
} from '#contract'
import { type LongToken, longToken } from './lossless-json.ts'

/** The lists by which a log call names its targets. */
export type Selector = 'host_id_list' | 'ip_list' | 'container_id_list'

/** One host or container to ask for, with every name known of it. `key` is the one the reader uses. */
export interface LogTarget {
  readonly key: string
  readonly hostId: HostId | null
  readonly cloudId: CloudId | null
  /** IPv4 or IPv6 as asked; only IPv4 can go into an `ip_list` (bk-job B.2). */
  readonly address: string | null
  readonly containerId: string | null
}

/** What a key names; `addresses` (host id → `cloud:ip`) adds the address of a host id. Null when it is no key. */
export function targetOf(key: string, addresses: Readonly<Record<string, string>> = {}): LogTarget | null {
  const parsed = parseExecuteObjectKey(key)
  if (parsed === null) return null
  const nothing = { key, hostId: null, cloudId: null, address: null, containerId: null }
  if (parsed.by === 'container') return { ...nothing, containerId: parsed.id }
  if (parsed.by === 'address') return { ...nothing, cloudId: parsed.cloudId, address: parsed.address }
  const known = Object.hasOwn(addresses, key) ? parseExecuteObjectKey(addresses[key] ?? '') : null
  const address = known?.by === 'address' ? { cloudId: known.cloudId, address: known.address } : {}
  return { ...nothing, hostId: parsed.hostId, ...address }
}

/** A host found on the way (the source of a transfer) as a target. */
export function targetOfObject(object: ExecuteObject): LogTarget {
  const key = executeObjectKey(object)
  if (object.kind === 'container') {
    return { key, hostId: null, cloudId: null, address: null, containerId: object.id }
  }
  const address = object.ip ?? object.ipv6
  return { key, hostId: object.hostId, cloudId: object.cloudId, address, containerId: null }
}

/** The same targets, each with all the names the object it means has. */
export function completeTargets(
  targets: readonly LogTarget[],
  objects: readonly ExecuteObject[],
): readonly LogTarget[] {
  const meantBy = indexTargets(targets)
  const complete = new Map<LogTarget, LogTarget>()
  for (const object of objects) {
    const named = targetOfObject(object)
    for (const target of meantBy(object)) {
      complete.set(target, {
        ...named,
        key: target.key,
        hostId: named.hostId ?? target.hostId,
        cloudId: named.cloudId ?? target.cloudId,
        address: named.address ?? target.address,
      })
    }
  }
  return targets.map((target) => complete.get(target) ?? target)
}

/** The first of these lists that can name the target; null when none can. */
export function selectorFor(target: LogTarget, selectors: readonly Selector[]): Selector | null {
  return selectors.find((selector) => canName[selector](target)) ?? null
}

const canName: Readonly<Record<Selector, (target: LogTarget) => boolean>> = {
  host_id_list: (target) => target.hostId !== null,
  ip_list: (target) => target.address !== null && !target.address.includes(':'),
  container_id_list: (target) => target.containerId !== null,
}

/** The member of a log call's body that names these targets, e.g. `{host_id_list: [1, 2]}`. */
export function selectorBody(
  selector: Selector,
  targets: readonly LogTarget[],
): Readonly<Record<string, unknown>> {
  return { [selector]: targets.map(elementOf[selector]) }
}

type Element = LongToken | { readonly bk_cloud_id: LongToken; readonly ip: string | null }

const elementOf: Readonly<Record<Selector, (target: LogTarget) => Element>> = {
  host_id_list: (target) => longToken(target.hostId ?? ''),
  ip_list: (target) => ({ bk_cloud_id: longToken(target.cloudId ?? '0'), ip: target.address }),
  container_id_list: (target) => longToken(target.containerId ?? ''),
}

/**
 * Finds, for an answered object, the targets it answers, by any of its names: upstream may answer a host id with
 * an address and the other way round, in any order, and with hosts nobody asked for (bk-job B.2, B.3).
 */
export function indexTargets(targets: readonly LogTarget[]): (object: ExecuteObject) => readonly LogTarget[] {
  const byName = new Map<string, LogTarget[]>()
  for (const target of targets) {
    for (const name of namesOfTarget(target)) {
      const sameName = byName.get(name)
      if (sameName === undefined) byName.set(name, [target])
      else sameName.push(target)
    }
  }
  return (object) => {
    const named = new Set(namesOfObject(object).flatMap((name) => byName.get(name) ?? []))
    return [...named].filter((target) => mayBeSame(target, object))
  }
}

function namesOfTarget(target: LogTarget): string[] {
  if (target.containerId !== null) return [`container ${target.containerId}`]
  const names = target.hostId === null ? [] : [`id ${target.hostId}`]
  if (target.address === null) return names
  const address = target.address.toLowerCase()
  return [...names, `at ${target.cloudId ?? '*'} ${address}`, `anywhere ${address}`]
}

/** An id that differs is another host, even at the same address. */
function mayBeSame(target: LogTarget, object: ExecuteObject): boolean {
  if (object.kind === 'container' || target.hostId === null || object.hostId === null) return true
  return target.hostId === object.hostId
}

function namesOfObject(object: ExecuteObject): string[] {
  if (object.kind === 'container') return [`container ${object.id}`]
  const names = object.hostId === null ? [] : [`id ${object.hostId}`]
  for (const address of [object.ip, object.ipv6]) {
    if (address === null) continue
    const text = address.toLowerCase()
    names.push(object.cloudId === null ? `anywhere ${text}` : `at ${object.cloudId} ${text}`, `at * ${text}`)
  }
  return names
}
