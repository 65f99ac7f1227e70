import type { Tone } from '#contract'
import { type HostRow, rowTone } from './host-rows.ts'
import type { RailEntries } from './rail-entries.ts'

/** Pieces the list is drawn in; each is a few px high on any screen. */
const mostPieces = 120

/** Worst first: what a piece of the list is painted in. */
const tonesByWeight: readonly Tone[] = ['bad', 'odd', 'busy', 'idle', 'good']

/** The worst tone in each equal piece of the list, top to bottom; a head counts as its group. */
export function densityOf(
  rows: readonly HostRow[],
  { entries, groups }: Pick<RailEntries, 'entries' | 'groups'>,
): readonly Tone[] {
  const count = Math.min(mostPieces, entries.length)
  const worst = new Uint8Array(count).fill(tonesByWeight.length - 1)
  const weigh = weighing()
  entries.forEach((entry, position) => {
    const row = entry < 0 ? groups[-1 - entry]?.group : rows[entry]
    if (row === undefined) return
    const piece = Math.floor((position * count) / entries.length)
    const weight = weigh(row)
    if (weight < (worst[piece] ?? 0)) worst[piece] = weight
  })
  return Array.from(worst, (weight) => tonesByWeight[weight] ?? 'good')
}

/** The weight of a row, looked up once per kind: there are few, and 50,000 rows. */
function weighing(): (row: Parameters<typeof rowTone>[0]) => number {
  const weights = new Map<string | number | null, number>()
  return (row) => {
    const kind = row.status ?? row.logState
    const known = weights.get(kind) ?? tonesByWeight.indexOf(rowTone(row))
    weights.set(kind, known)
    return known
  }
}

/** The pieces as stops of a CSS gradient, equal neighbours in one; `''` when there is nothing to draw. */
export function densityStops(pieces: readonly Tone[], colourOf: (tone: Tone) => string): string {
  const stops: string[] = []
  let start = 0
  pieces.forEach((tone, at) => {
    if (pieces[at + 1] === tone) return
    const percent = (place: number) => `${Math.round((place * 1e4) / pieces.length) / 100}%`
    stops.push(`${colourOf(tone)} ${percent(start)} ${percent(at + 1)}`)
    start = at + 1
  })
  return stops.join(', ')
}
