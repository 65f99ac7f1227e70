import { type CopyShape, copyShapes, nameInShape } from '../host-shapes.ts'
import { foldInSlices } from './fold-addresses.ts'
import type { HostRow } from './host-rows.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'

/** The hosts in one shape, a line each; folded ones are fewer lines than hosts. Those without such a name are left out. */
export function* copyHosts(rows: readonly HostRow[], shape: CopyShape): SlicedWork<readonly string[]> {
  const names: string[] = []
  yield* eachInSlices(rows, (row) => {
    const name = nameIn(row, shape)
    if (name !== null) names.push(name)
  })
  return shape === 'folded' ? yield* foldInSlices(names) : names
}

/** How many of the hosts have a name in each shape. */
export function* countNamed(rows: readonly HostRow[]): SlicedWork<Readonly<Record<CopyShape, number>>> {
  const counts = { ip: 0, cloudIp: 0, ipv6: 0, hostId: 0, container: 0, folded: 0 }
  yield* eachInSlices(rows, (row) => {
    for (const shape of copyShapes) if (nameIn(row, shape) !== null) counts[shape] += 1
  })
  return counts
}

function nameIn({ executeObject, address }: HostRow, shape: CopyShape): string | null {
  return nameInShape(executeObject, address, shape)
}
