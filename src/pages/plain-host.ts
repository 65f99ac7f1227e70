import { isAddress } from '#contract'
import { isNetworkAddress, largestNetwork, networkOf, unfoldNetwork } from './network.ts'

/*
 * One host as other programs print it: with a port, an interface, a user, a network's prefix, as a range. What is no
 * part of a host's name is left out, and said.
 */

/** Something that was not taken as it stands; `word` is what was written. */
export interface HostNote {
  readonly word: string
  readonly left:
    | 'port'
    /** `%eth0`: an interface of the machine that printed it. */
    | 'zone'
    /** `10.0.0.1/24` is the one host. */
    | 'prefix'
    /** `10.0.0.0/24` is all of its addresses. */
    | 'network'
    /** `10.0.0.0/8`: nothing was taken. */
    | 'large-network'
}

/** What one written word stands for. */
export interface PlainHost {
  /** Names of hosts, some of them folded (`10.0.0.[1-9]`); a word that is no host's stays as it was written. */
  readonly plain: readonly string[]
  readonly left?: HostNote['left']
}

/** Words without any of these are as they should be: 50,000 of them are not looked at twice. */
const unusual = /[@%/~-]|\.\d+:|\]:|[.:]$/

/** Takes off what is no part of a host's name. `asNetwork`: an address with a prefix stands for its network. */
export function plainHost(written: string, asNetwork: boolean): PlainHost {
  if (!unusual.test(written)) return { plain: [written] }
  const word = withoutEnd(written.replace(/^[\w.-]+@/, ''))
  return (
    withoutPort(word) ??
    withoutZone(word) ??
    readRange(word) ??
    readNetwork(word, asNetwork) ?? { plain: [word] }
  )
}

/** A sentence's mark behind a whole address; what is being typed (`10.0.0.`) and `fe80::` end so by themselves. */
function withoutEnd(word: string): string {
  const whole = word.slice(0, -1)
  return /[.:]$/.test(word) && !isAddress(word) && isAddress(whole.replace(/^\d+:/, '')) ? whole : word
}

function withoutPort(word: string): PlainHost | null {
  const match = /^((?:\d+:)?(?:\d+\.){3}\d+|\[[0-9a-f:.]+\]):\d{1,5}$/i.exec(word)
  return match === null ? null : { plain: [match[1] ?? ''], left: 'port' }
}

function withoutZone(word: string): PlainHost | null {
  const match = /^(\[?[0-9a-f:.]*:[0-9a-f:.]*)%[\w.-]+(\]?)(?::\d{1,5})?$/i.exec(word)
  return match === null ? null : { plain: [`${match[1]}${match[2]}`], left: 'zone' }
}

/** `10.0.0.1-9`, `10.0.0.1~10.0.0.9`: the folded form of the copy buttons. */
function readRange(word: string): PlainHost | null {
  const match = /^((?:\d+:)?)((?:\d+\.){3})(\d+)[-~]((?:\d+\.){3})?(\d+)$/.exec(word)
  if (match === null) return null
  const [, cloud = '', block = '', from = '', otherBlock = block, to = ''] = match
  return otherBlock === block && Number(from) <= Number(to)
    ? { plain: [`${cloud}${block}[${from}-${to}]`] }
    : null
}

function readNetwork(word: string, asNetwork: boolean): PlainHost | null {
  const match = /^((?:\d+:)?)([^/]+)\/(\d{1,3})$/.exec(word)
  if (match === null) return null
  const [, cloud = '', address = ''] = match
  const prefix = Number(match[3])
  const isIpv6 = address.includes(':')
  if (!isAddress(address) || prefix > (isIpv6 ? 128 : 32)) return null
  if (prefix === (isIpv6 ? 128 : 32)) return { plain: [`${cloud}${address}`] }
  if (!asNetwork && !isNetworkAddress(address, prefix))
    return { plain: [`${cloud}${address}`], left: 'prefix' }
  if (isIpv6 || prefix < largestNetwork) return { plain: [], left: 'large-network' }
  const network = networkOf(address, prefix)
  return { plain: unfoldNetwork(network, prefix).map((block) => `${cloud}${block}`), left: 'network' }
}
