import type { CloudId, ExecuteObject, HostId } from '#contract'
import { idOf, textOf, type Wire, wireOf } from './wire.ts'

/**
 * A host or container in any generation's spelling: flat `bk_host_id, bk_cloud_id, ip` (v3, ESB, spec 1, where
 * `host_id` may stand beside `bk_host_id`), or released v4's `{type, resource_id, host | container}`. Null when
 * nothing names it, e.g. a third-party file source that is still pulling (bk-job A.3, A.5, B.9).
 */
export function readExecuteObject(value: unknown): ExecuteObject | null {
  const wire = wireOf(value)
  if (wire['type'] === 2 || 'container' in wire) return readContainer(wire)
  return readHost(wire)
}

function readContainer(wire: Wire): ExecuteObject | null {
  const container = wireOf(wire['container'])
  const id = idOf(wire, 'resource_id') ?? idOf(container, 'id') ?? textOf(wire, 'resource_id')
  if (id === null) return null
  return {
    kind: 'container',
    id,
    uid: textOf(container, 'container_id'),
    name: textOf(container, 'name'),
    nodeHostId: idOf<HostId>(container, 'node_host_id'),
  }
}

function readHost(wire: Wire): ExecuteObject | null {
  const host = 'host' in wire ? wireOf(wire['host']) : wire
  const hostId = idOf<HostId>(host, 'bk_host_id', 'host_id') ?? idOf<HostId>(wire, 'resource_id')
  const ip = textOf(host, 'ip')
  const ipv6 = textOf(host, 'ipv6')
  if (hostId === null && ip === null && ipv6 === null) return null
  const cloudId = idOf<CloudId>(host, 'bk_cloud_id')
  return { kind: 'host', hostId, cloudId, ip, ipv6, cloudName: textOf(host, 'bk_cloud_name') }
}
