/** The names an answer of the job platform or node-man gives to the parts of a host (bk-job B.1, bk-nodeman B3). */
const names = {
  id: ['bk_host_id', 'host_id'],
  cloud: ['bk_cloud_id', 'cloud_id'],
  address: ['ip', 'inner_ip', 'ipv6', 'inner_ipv6'],
} as const

/**
 * The hosts of a pasted answer as a list of hosts writes them, with their cloud areas; `null` when the text is no JSON or
 * names none. Bounded by the length of a paste.
 */
export function hostsInJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null
  const hosts: string[] = []
  try {
    // Called for every value at every depth.
    JSON.parse(text, (_key, value: unknown) => {
      const host = hostOf(value)
      if (host !== null) hosts.push(host)
      return value
    })
  } catch {
    return null
  }
  return hosts.length === 0 ? null : hosts.join(' ')
}

function hostOf(value: unknown): string | null {
  if (typeof value !== 'object' || value === null) return null
  const fields = new Map<string, unknown>(Object.entries(value))
  const first = (keys: readonly string[]): string =>
    keys
      .map((key) => fields.get(key))
      .filter(isName)
      .map(String)
      .find((text) => text !== '') ?? ''
  const address = first(names.address)
  if (address === '') return first(names.id) || null
  const cloud = first(names.cloud)
  return cloud === '' ? address : `${cloud}:${address}`
}

/** A number beyond what JSON keeps exactly would name another host. */
function isName(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value)
}
