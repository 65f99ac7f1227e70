/**
 * Addresses in few words: `10.0.0.1`, `10.0.0.2`, `10.0.0.9` → `10.0.0.[1-2,9]`. The list of hosts reads it back
 * (host-list.ts). IPv4, with or without a cloud area, folds by its last part; what is none of that stays as it is, in
 * given order after the others. Each address once.
 */
export function foldAddresses(addresses: readonly string[]): readonly string[] {
  const nets = new Map<string, Set<number>>()
  const others = new Set<string>()
  for (const address of addresses) {
    const match = /^((?:\d+:)?\d+\.\d+\.\d+\.)(0|[1-9]\d{0,2})$/.exec(address)
    if (match === null) others.add(address)
    else remember(nets, match[1] ?? '', Number(match[2]))
  }
  return [...[...nets].map(([net, numbers]) => foldNet(net, numbers)), ...others]
}

function remember(nets: Map<string, Set<number>>, net: string, number: number): void {
  const numbers = nets.get(net)
  if (numbers === undefined) nets.set(net, new Set([number]))
  else numbers.add(number)
}

function foldNet(net: string, numbers: ReadonlySet<number>): string {
  const ranges: string[] = []
  const sorted = [...numbers].sort((a, b) => a - b)
  let first = sorted[0] ?? 0
  sorted.forEach((number, at) => {
    if (sorted[at + 1] === number + 1) return
    ranges.push(first === number ? `${number}` : `${first}-${number}`)
    first = sorted[at + 1] ?? 0
  })
  return numbers.size === 1 ? `${net}${ranges[0]}` : `${net}[${ranges.join(',')}]`
}
