import type { Container, ExecuteObject, Host, ObjectSet } from './model.ts'

const clouds = { 0: 'default area', 3: '上海二区', 7: 'overseas-sgp' } as const

/** A host with both addresses unless told otherwise. */
export function host(hostId: number, ip: string | null, cloudId: 0 | 3 | 7 = 0): Host {
  return {
    type: 'host',
    hostId,
    cloudId,
    cloudName: clouds[cloudId],
    ip,
    ipv6: ip === null ? `2408:4003:10:4::${hostId.toString(16)}` : null,
    agentId: `02000000005254${hostId.toString(16).padStart(18, '0')}`,
  }
}

/** The demo game's machines: `count` of them from the `from`-th on, always the same ones. */
export function fleet(count: number, from = 0): readonly Host[] {
  return Array.from({ length: count }, (_, index) => fleetHost(from + index))
}

// Address and id follow from the position, so nothing has to be remembered between calls.
function fleetHost(index: number): Host {
  const ip = `10.${10 + Math.floor(index / 62_500)}.${Math.floor(index / 250) % 250}.${(index % 250) + 1}`
  return host(1001 + index, ip, index % 97 === 96 ? 3 : 0)
}

/** A pod's container on one of the fleet's nodes. */
export function container(id: number, name: string): Container {
  return {
    type: 'container',
    id,
    containerId: `containerd://${(id * 2_654_435_761).toString(16).padStart(16, '0').repeat(4)}`,
    name,
    nodeHostId: 1001 + (id % 40),
  }
}

/** `cloud:ip`, or null when there is no IPv4 address to be known by. */
export function addressOf(object: ExecuteObject): string | null {
  return object.type === 'host' && object.ip !== null ? `${object.cloudId}:${object.ip}` : null
}

/** The execute objects of a step; the list and its indexes are made when first needed. */
export function objectSet(make: () => readonly ExecuteObject[]): ObjectSet {
  let list: readonly ExecuteObject[] | null = null
  const all = () => {
    list ??= make()
    return list
  }
  const byHost = index(all, (object) => (object.type === 'host' ? String(object.hostId) : null))
  const byAddress = index(all, addressOf)
  const byContainer = index(all, (object) => (object.type === 'container' ? String(object.id) : null))
  return {
    get all() {
      return all()
    },
    indexOfHost: byHost,
    indexOfAddress: byAddress,
    indexOfContainer: byContainer,
  }
}

function index(all: () => readonly ExecuteObject[], keyOf: (object: ExecuteObject) => string | null) {
  let map: Map<string, number> | null = null
  return (key: string): number => {
    map ??= mapOf(all(), keyOf)
    return map.get(key) ?? -1
  }
}

function mapOf(objects: readonly ExecuteObject[], keyOf: (object: ExecuteObject) => string | null) {
  const map = new Map<string, number>()
  for (const [position, object] of objects.entries()) {
    const key = keyOf(object)
    if (key !== null) map.set(key, position)
  }
  return map
}

/** No execute objects at all: confirmations have none. */
export const noObjects: ObjectSet = objectSet(() => [])
