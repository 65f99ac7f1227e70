/** The names that calls and answers of the job platform and node-man give to the parts of a host (bk-job B.1, bk-nodeman B3). */
const names = {
  id: ['bk_host_id', 'host_id'],
  cloud: ['bk_cloud_id', 'cloud_id'],
  address: ['ip', 'inner_ip', 'ipv6', 'inner_ipv6'],
} as const

/** Lists of bare ids or addresses (bk-job A.4, bk-nodeman B2). */
const lists: readonly string[] = ['host_id_list', 'ip_list', 'inner_ip_list']

/**
 * The hosts of a pasted call or answer as a list of hosts writes them, with their cloud areas; `null` when the text is no
 * JSON or names none. Bounded by the length of a paste.
 */
export function hostsInJson(text: string): string | null {
  if (!/^\s*[[{]/.test(text)) return null
  const hosts: string[] = []
  try {
    // Called for every value at every depth.
    JSON.parse(withLongNumbersAsText(text), (key, value: unknown) => {
      hosts.push(...hostsOf(key, value))
      return value
    })
  } catch {
    return null
  }
  return hosts.length === 0 ? null : hosts.join(' ')
}

/** An id beyond what a number keeps exactly would name another host. */
function withLongNumbersAsText(json: string): string {
  return json.replace(/"(?:[^"\\]|\\.)*"|\d{16,}(?![\d.eE])/g, (part) =>
    part.startsWith('"') ? part : `"${part}"`,
  )
}

function hostsOf(key: string, value: unknown): readonly string[] {
  if (Array.isArray(value)) return lists.includes(key) ? value.filter(isName).map(String) : []
  const host = hostOf(value)
  return host === null ? [] : [host]
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

function isName(value: unknown): value is string | number {
  return typeof value === 'string' || Number.isSafeInteger(value)
}
