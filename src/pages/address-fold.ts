/** Addresses being folded: `10.0.0.1`, `10.0.0.2`, `10.0.0.9` → `10.0.0.[1-2,9]`. */
export interface AddressFold {
  /** Each address counts once. */
  add(address: string): void
  /** Folded ones first, then what does not fold, in given order. */
  lines(): readonly string[]
}

/**
 * Folds what the list of hosts reads back (host-list.ts): IPv4, with or without a cloud area, by its last part. What is
 * none of that stays as it is.
 */
export function createAddressFold(): AddressFold {
  const nets = new Map<string, Set<number>>()
  const others = new Set<string>()
  return {
    add(address) {
      const match = /^((?:\d+:)?\d+\.\d+\.\d+\.)(0|[1-9]\d{0,2})$/.exec(address)
      if (match === null) others.add(address)
      else remember(nets, match[1] ?? '', Number(match[2]))
    },
    lines: () => [...[...nets].map(([net, numbers]) => foldNet(net, numbers)), ...others],
  }
}

function remember(nets: Map<string, Set<number>>, net: string, number: number): void {
  const numbers = nets.get(net)
  if (numbers === undefined) nets.set(net, new Set([number]))
  else numbers.add(number)
}

function foldNet(net: string, numbers: ReadonlySet<number>): string {
  const ranges = foldNumbers(numbers)
  return numbers.size === 1 ? `${net}${ranges}` : `${net}[${ranges}]`
}

/** Numbers in few words, in order: 1, 2, 3, 9 → `1-3,9`. */
export function foldNumbers(numbers: Iterable<number>): string {
  const ranges: string[] = []
  const sorted = [...numbers].sort((a, b) => a - b)
  let first = sorted[0] ?? 0
  sorted.forEach((number, at) => {
    if (sorted[at + 1] === number + 1) return
    ranges.push(first === number ? `${number}` : `${first}-${number}`)
    first = sorted[at + 1] ?? 0
  })
  return ranges.join(',')
}
