import { isAddress } from '#contract'
import { type HostList, readHostList } from '../host-list.ts'
import { isNetworkAddress, largestNetwork, networkOf, unfoldNetwork } from './network.ts'

/*
 * Hosts as other programs print them: with a port, an interface, a user, a network's prefix, as a range. What is no part
 * of a host's name is left out, and said.
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

export interface LooseHosts extends HostList {
  readonly notes: readonly HostNote[]
}

/** Reads a list of hosts in any shape; never throws. `asNetwork`: an address with a prefix stands for its network. */
export function readLooseHosts(text: string, asNetwork = false): LooseHosts {
  const notes: HostNote[] = []
  const plain = text.replace(/["'`“”‘’]/g, ' ').replace(/[^\s,;|，；、]+/g, (word) => {
    if (!unusual.test(word)) return word
    const loose = loosen(word, asNetwork)
    if (loose?.left !== undefined) notes.push({ word, left: loose.left })
    return loose?.plain ?? word
  })
  return { ...readHostList(plain), notes }
}

/** Words without any of these are as they should be: 50,000 of them are not looked at twice. */
const unusual = /[@%/~-]|\.\d+:|\]:|[.:]$/

interface Loosened {
  /** The same as the list of hosts reads it; empty for nothing. */
  readonly plain: string
  readonly left?: HostNote['left']
}

function loosen(written: string, asNetwork: boolean): Loosened | null {
  const word = written.replace(/^[\w.-]+@/, '').replace(/(?<=[.:].*)[.:]$/, '')
  return (
    withoutPort(word) ??
    withoutZone(word) ??
    readRange(word) ??
    readNetwork(word, asNetwork) ?? { plain: word }
  )
}

function withoutPort(word: string): Loosened | null {
  const match = /^((?:\d+:)?(?:\d+\.){3}\d+|\[[0-9a-f:.]+\]):\d{1,5}$/i.exec(word)
  return match === null ? null : { plain: match[1] ?? '', left: 'port' }
}

function withoutZone(word: string): Loosened | null {
  const match = /^(\[?[0-9a-f:.]*:[0-9a-f:.]*)%[\w.-]+(\]?)(?::\d{1,5})?$/i.exec(word)
  return match === null ? null : { plain: `${match[1]}${match[2]}`, left: 'zone' }
}

/** `10.0.0.1-9`, `10.0.0.1~10.0.0.9`: the folded form of the copy buttons. */
function readRange(word: string): Loosened | null {
  const match = /^((?:\d+:)?)((?:\d+\.){3})(\d+)[-~]((?:\d+\.){3})?(\d+)$/.exec(word)
  if (match === null) return null
  const [, cloud = '', block = '', from = '', otherBlock = block, to = ''] = match
  return otherBlock === block && Number(from) <= Number(to)
    ? { plain: `${cloud}${block}[${from}-${to}]` }
    : null
}

function readNetwork(word: string, asNetwork: boolean): Loosened | null {
  const match = /^((?:\d+:)?)([^/]+)\/(\d{1,3})$/.exec(word)
  if (match === null) return null
  const [, cloud = '', address = ''] = match
  const prefix = Number(match[3])
  const isIpv6 = address.includes(':')
  if (!isAddress(address) || prefix > (isIpv6 ? 128 : 32)) return null
  if (prefix === (isIpv6 ? 128 : 32)) return { plain: `${cloud}${address}` }
  if (!asNetwork && !isNetworkAddress(address, prefix)) return { plain: `${cloud}${address}`, left: 'prefix' }
  if (isIpv6 || prefix < largestNetwork) return { plain: '', left: 'large-network' }
  const network = networkOf(address, prefix)
  return {
    plain: unfoldNetwork(network, prefix)
      .map((block) => `${cloud}${block}`)
      .join(' '),
    left: 'network',
  }
}
