import { cellsAt } from './break-rows.ts'
import { asciiEnd, type ClusterKind, type ClusterReader, createClusterReader } from './clusters.ts'
import { markLabel } from './marks.ts'
import type { PlayedText, StyleRun, TextLink } from './played-text.ts'
import type { RowSegment } from './row-segment.ts'
import { plainStyle, type TextStyle } from './text-style.ts'

/** A match in the shown text; they come in order and do not overlap. */
export interface TextMatch {
  readonly offset: number
  readonly length: number
}

/**
 * The shown text from `from` to before `to` as one row: cut where the style, a link, a match, or the kind of
 * characters changes. Columns count from the row's start, for the tabs. Texts of the segments join to the text. From
 * column `detailCells` on only matches and marks are told apart: a line of some kilobytes has hundreds of parts that nobody sees.
 */
export function segmentsOf(
  played: PlayedText,
  from: number,
  to: number,
  matches: readonly TextMatch[],
  detailCells = Number.POSITIVE_INFINITY,
): readonly RowSegment[] {
  const { text } = played
  const end = Math.min(to, text.length)
  if (isOneSegment(played, from, end, matches)) {
    return [segmentOf(text.slice(from, end), 'plain', end - from, played.runs[0]?.style ?? plainStyle)]
  }
  const segments: RowSegment[] = []
  const borders = createBorders(played, from, matches)
  const clusters = createClusterReader(text)
  let column = 0
  for (let start = from; start < end; ) {
    const change = Math.min(end, borders.moveTo(start))
    const isRest = column >= detailCells && borders.match === undefined
    const border = isRest ? Math.min(end, borders.nextMatch) : change
    const part = readPart(text, clusters, start, border, column, isRest)
    if (part.end > border) borders.cover(part.end)
    const { run, link, match } = borders
    const shown = text.slice(start, Math.min(end, part.end))
    segments.push(segmentOf(shown, part.kind, part.cells, run?.style ?? plainStyle, link, match))
    column += part.cells
    start = part.end
  }
  return segments
}

interface Part {
  readonly kind: ClusterKind | 'rest'
  readonly cells: number
  readonly end: number
}

/** Reads clusters of one kind up to `border`, of a rest all but marks. One that the border cuts through stands alone. */
function readPart(
  text: string,
  clusters: ClusterReader,
  start: number,
  border: number,
  column: number,
  isRest: boolean,
): Part {
  clusters.read(start)
  const { kind } = clusters
  let { end } = clusters
  let cells = cellsAt(clusters.cells, column)
  // Each tab and each mark is a segment of its own.
  if (kind === 'mark' || (kind === 'tab' && !isRest)) return { kind, cells, end }
  const isWhole = isRest && end <= border
  while (end < border) {
    const runEnd = isRest || kind === 'plain' ? asciiEnd(text, end, border) : end
    cells += runEnd - end
    end = runEnd
    if (end === border) break
    clusters.read(end)
    const isOther = isRest ? clusters.kind === 'mark' : clusters.kind !== kind
    if (isOther || clusters.end > border) break
    cells += cellsAt(clusters.cells, column + cells)
    end = clusters.end
  }
  return { kind: isWhole ? 'rest' : kind, cells, end }
}

interface Borders {
  run: StyleRun | undefined
  link: TextLink | undefined
  match: TextMatch | undefined
  /** Where the match begins that is here or comes next. */
  nextMatch: number
  /** Goes on to the run, link and match at `position`; answers where the next of them begins or ends. */
  moveTo(position: number): number
  /** A cluster up to `end` is shown whole: it belongs to a match that begins inside of it. */
  cover(end: number): void
}

function createBorders(played: PlayedText, from: number, matches: readonly TextMatch[]): Borders {
  const { runs, links } = played
  let runIndex = firstAfter(runs, from, (run) => run.end)
  let linkIndex = firstAfter(links, from, (link) => link.end)
  let matchIndex = firstAfter(matches, from, ({ offset, length }) => offset + length)
  const borders: Borders = { run: undefined, link: undefined, match: undefined, nextMatch: 0, moveTo, cover }

  function moveTo(position: number): number {
    while ((runs[runIndex]?.end ?? Number.POSITIVE_INFINITY) <= position) runIndex += 1
    while ((links[linkIndex]?.end ?? Number.POSITIVE_INFINITY) <= position) linkIndex += 1
    while (endOf(matches[matchIndex]) <= position) matchIndex += 1
    const link = links[linkIndex]
    const match = matches[matchIndex]
    borders.run = runs[runIndex]
    borders.link = link !== undefined && link.start <= position ? link : undefined
    borders.nextMatch = match?.offset ?? Number.POSITIVE_INFINITY
    borders.match = borders.nextMatch <= position ? match : undefined
    return Math.min(
      borders.run?.end ?? Number.POSITIVE_INFINITY,
      borders.link?.end ?? link?.start ?? Number.POSITIVE_INFINITY,
      borders.match === undefined ? (match?.offset ?? Number.POSITIVE_INFINITY) : endOf(match),
    )
  }

  function cover(end: number): void {
    const match = matches[matchIndex]
    if (match !== undefined && match.offset < end) borders.match = match
  }

  return borders
}

function endOf(match: TextMatch | undefined): number {
  return match === undefined ? Number.POSITIVE_INFINITY : match.offset + match.length
}

/** Index of the first item that ends after `position`, found by halves: a row may be the last of many. */
function firstAfter<Item>(items: readonly Item[], position: number, end: (item: Item) => number): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && end(item) <= position) low = middle + 1
    else high = middle
  }
  return low
}

/** Most rows are: in one style, printable ASCII, without links and matches. Nothing else is made for those. */
function isOneSegment(
  { text, runs, links }: PlayedText,
  from: number,
  end: number,
  matches: readonly TextMatch[],
): boolean {
  const isPlain = runs.length === 1 && links.length === 0 && matches.length === 0
  return isPlain && from < end && asciiEnd(text, from, end) === end
}

function segmentOf(
  text: string,
  kind: ClusterKind | 'rest',
  cells: number,
  style: TextStyle,
  link?: TextLink,
  match?: TextMatch,
): RowSegment {
  const isWide = kind !== 'plain'
  const matchOffset = match?.offset ?? null
  if (kind === 'rest') return { kind, text, style: plainStyle, cells, isWide, matchOffset }
  if (kind === 'mark') return { kind, label: markLabel(text, 0), text, style, cells, isWide, matchOffset }
  if (link === undefined) return { kind: 'text', text, style, cells, isWide, matchOffset }
  const { href, isNamed } = link
  return { kind: 'link', href, isNamed, text, style, cells, isWide, matchOffset }
}
