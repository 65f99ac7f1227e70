import * as z from 'zod/mini'
import { isDecimalId } from './decimal-id.ts'
import { type CloudId, cloudIdSchema, type HostId, hostIdSchema } from './ids.ts'

/** A host as upstream named it. Every part may be missing in some generation (bk-job B.9), not all at once. */
export const hostSchema = z.readonly(
  z.object({
    kind: z.literal('host'),
    hostId: z.nullable(hostIdSchema),
    cloudId: z.nullable(cloudIdSchema),
    ip: z.nullable(z.string()),
    ipv6: z.nullable(z.string()),
    cloudName: z.nullable(z.string()),
  }),
)
export type Host = z.infer<typeof hostSchema>

/** A container target (released v4 only). `id` is the job platform's resource id, `uid` the runtime's. */
export const containerSchema = z.readonly(
  z.object({
    kind: z.literal('container'),
    id: z.string(),
    uid: z.nullable(z.string()),
    name: z.nullable(z.string()),
    nodeHostId: z.nullable(hostIdSchema),
  }),
)
export type Container = z.infer<typeof containerSchema>

/** Where a step ran: a host or a container. */
export const executeObjectSchema = z.discriminatedUnion('kind', [hostSchema, containerSchema])
export type ExecuteObject = z.infer<typeof executeObjectSchema>

/**
 * The text that names an execute object in URLs and frames: a host id (`"1"`), or `cloud:ip`
 * (`"0:10.0.0.1"`, `"0:2001:db8::1"`), or `container:{id}`. The best name available is used, in that order.
 * A third-party file source has no host at all and is `"?"`.
 */
export function executeObjectKey(object: ExecuteObject): string {
  if (object.kind === 'container') return `container:${object.id}`
  if (object.hostId !== null) return object.hostId
  const address = object.ip ?? object.ipv6
  return address === null ? '?' : `${object.cloudId ?? '0'}:${address}`
}

/** What a key names, see {@link executeObjectKey}. */
export type ParsedKey =
  | { readonly by: 'hostId'; readonly hostId: HostId }
  | { readonly by: 'address'; readonly cloudId: CloudId; readonly address: string }
  | { readonly by: 'container'; readonly id: string }

/** Reads a key; `null` when it is none. */
export function parseExecuteObjectKey(key: string): ParsedKey | null {
  if (key.length > 200) return null
  if (isDecimalId(key)) return { by: 'hostId', hostId: key as HostId }
  const colon = key.indexOf(':')
  const head = key.slice(0, colon)
  const rest = key.slice(colon + 1)
  if (colon < 1 || rest === '') return null
  if (head === 'container') return /^[\w.-]+$/.test(rest) ? { by: 'container', id: rest } : null
  if (!isDecimalId(head) || !isAddress(rest)) return null
  return { by: 'address', cloudId: head as CloudId, address: rest.toLowerCase() }
}

/** True when the text is one IPv4 or IPv6 address. Upstream decides whether it exists. */
export function isAddress(text: string): boolean {
  return isIpv4(text) || isIpv6(text)
}

function isIpv4(text: string): boolean {
  return /^(?:\d{1,3}\.){3}\d{1,3}$/.test(text) && text.split('.').every((part) => Number(part) < 256)
}

/** Eight groups, or fewer around one `::`; the last two may be an IPv4 address. A time of day is none. */
function isIpv6(text: string): boolean {
  if (text.length > 45 || !/^[0-9a-fA-F:.]*:[0-9a-fA-F:.]*$/.test(text)) return false
  const halves = text.split('::')
  const groups = halves.flatMap((half) => (half === '' ? [] : half.split(':')))
  // An IPv4 address may only be the end of it all.
  const tail = isIpv4(halves.at(-1)?.split(':').at(-1) ?? '') ? 2 : 0
  const plain = tail === 0 ? groups : groups.slice(0, -1)
  if (!plain.every((group) => /^[^.]{1,4}$/.test(group))) return false
  const count = plain.length + tail
  return halves.length === 1 ? count === 8 : halves.length === 2 && count < 8
}

/**
 * True when `key` names this object, by whichever of its names: a link may say `0:10.0.0.1` where the answer
 * says host 17 (product, section 14). A host answered without its cloud area matches any area.
 */
export function keyNames(key: string, object: ExecuteObject): boolean {
  if (object.kind === 'host' && isBareIpv6(key, object)) return true
  const parsed = parseExecuteObjectKey(key)
  if (parsed === null) return false
  if (object.kind === 'container') return parsed.by === 'container' && parsed.id === object.id
  if (parsed.by === 'hostId') return parsed.hostId === object.hostId
  if (parsed.by === 'container') return false
  const sameCloud = object.cloudId === null || object.cloudId === parsed.cloudId
  const named = [object.ip, object.ipv6].some((address) => address?.toLowerCase() === parsed.address)
  return sameCloud && named
}

/**
 * An IPv6 address alone is one of cloud area 0, as an IPv4 address is. Where its first group is a number
 * (`2001:db8::1`) it reads as a cloud area and an address too: which of both is meant only the host can tell.
 */
function isBareIpv6(key: string, { ipv6, cloudId }: Host): boolean {
  return ipv6 !== null && (cloudId ?? '0') === '0' && ipv6.toLowerCase() === key.toLowerCase()
}
