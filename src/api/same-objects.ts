import type { ExecuteObject } from '#contract'
import type { Read } from './read-shape.ts'

/** Beyond so many different ones they are forgotten and gathered anew: the memory is not to grow for ever. */
const mostKept = 20_000

/**
 * Reads execute objects so that equal ones are one object. A distribution names the same few thousand hosts in each of
 * 100,000 headers, twice; what is one object in a message is written, read and kept once.
 */
export function oncePerObject(read: Read<ExecuteObject>): Read<ExecuteObject> {
  const kept = new Map<string, ExecuteObject>()
  return (value) => {
    const made = read(value)
    if (typeof made === 'symbol') return made
    const name = nameOf(made)
    const known = kept.get(name)
    if (known !== undefined) return known
    if (kept.size >= mostKept) kept.clear()
    kept.set(name, made)
    return made
  }
}

/** Different for different objects: every field is in it, absent ones as a character no field is made of. */
function nameOf(object: ExecuteObject): string {
  const fields =
    object.kind === 'host'
      ? [object.hostId, object.cloudId, object.ip, object.ipv6, object.cloudName]
      : [object.id, object.uid, object.name, object.nodeHostId]
  let name: string = object.kind
  for (const field of fields) name += field === null ? '\0-' : `\0+${field.length}:${field}`
  return name
}
