/* IPv4 networks as they are written: `10.0.0.0/24`. */

/** Shortest prefix whose addresses are listed: 1,022 of them. */
export const largestNetwork = 22

/** True when nothing behind the prefix is set, as in the name of a network: `10.0.0.0/24`, `2001:db8::/64`. */
export function isNetworkAddress(address: string, prefix: number): boolean {
  return address.includes(':') ? address.endsWith('::') : networkOf(address, prefix) === address
}

/** `10.0.0.7`, 24 → `10.0.0.0`. */
export function networkOf(address: string, prefix: number): string {
  const size = 2 ** (32 - prefix)
  return toText(Math.floor(toNumber(address) / size) * size)
}

/**
 * The hosts of a network, folded as lists of hosts are: `10.0.0.0`, 24 → `10.0.0.[1-254]`. Its first and last address
 * name the network itself and all of it, unless there are no others.
 */
export function unfoldNetwork(network: string, prefix: number): readonly string[] {
  const edge = prefix >= 31 ? 0 : 1
  const first = toNumber(network) + edge
  const last = toNumber(network) + 2 ** (32 - prefix) - 1 - edge
  const blocks: string[] = []
  for (let from = first; from <= last; from = nextBlock(from)) {
    const to = Math.min(last, nextBlock(from) - 1)
    blocks.push(toText(from).replace(/\d+$/, `[${from % 256}-${to % 256}]`))
  }
  return blocks
}

/** The first number of the next 256. */
function nextBlock(number: number): number {
  return (Math.floor(number / 256) + 1) * 256
}

function toNumber(address: string): number {
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0)
}

function toText(number: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(number / 2 ** bits) % 256).join('.')
}
