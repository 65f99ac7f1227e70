/** Lines per block: blocks are never copied when the index grows, so a million lines cost no pause. */
const blockLines = 32 * 1024

/** Where each line of a growing text begins. */
export interface LineIndex {
  /** Lines begun so far. A newline at the very end does not begin another line. */
  readonly lineCount: number
  /** Byte position of a line's first byte. `lineIndex` must be below `lineCount`. */
  start(lineIndex: number): number
  /** Takes the next bytes of the text, which begin at byte `position` of it. */
  append(piece: Uint8Array, position: number): void
  /** The index of the line that holds byte `position`. */
  lineAt(position: number): number
  /** Forgets everything from byte `byteLength` on; `endsWithNewline` tells of the byte before it. */
  truncate(byteLength: number, endsWithNewline: boolean): void
}

export function createLineIndex(): LineIndex {
  const blocks: Uint32Array[] = []
  let lineCount = 0
  /** The next byte begins a line. Held back until that byte comes, so a last newline adds no line. */
  let atLineStart = true

  const begin = (position: number): void => {
    let block = blocks[Math.floor(lineCount / blockLines)]
    const place = lineCount % blockLines
    if (block === undefined || place >= block.length) block = widenLast(block)
    block[place] = position
    lineCount += 1
  }

  /** A log of ten lines should not own room for 32,768: the first block starts small and doubles. */
  const widenLast = (block: Uint32Array | undefined): Uint32Array => {
    const isFirst = blocks.length === 0 || (blocks.length === 1 && block !== undefined)
    const size = isFirst ? Math.min(blockLines, Math.max(64, (block?.length ?? 0) * 2)) : blockLines
    const wider = new Uint32Array(size)
    if (block !== undefined) wider.set(block)
    blocks[Math.floor(lineCount / blockLines)] = wider
    return wider
  }

  const start = (lineIndex: number): number =>
    blocks[Math.floor(lineIndex / blockLines)]?.[lineIndex % blockLines] ?? 0

  const lineAt = (position: number): number => {
    let low = 0
    let high = lineCount - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (start(middle) <= position) low = middle
      else high = middle - 1
    }
    return low
  }

  return {
    get lineCount() {
      return lineCount
    },
    start,
    lineAt,
    append(piece, position) {
      if (piece.length === 0) return
      if (atLineStart) begin(position)
      let newline = piece.indexOf(10)
      while (newline !== -1 && newline + 1 < piece.length) {
        begin(position + newline + 1)
        newline = piece.indexOf(10, newline + 1)
      }
      atLineStart = newline !== -1
    },
    truncate(byteLength, endsWithNewline) {
      lineCount = byteLength === 0 ? 0 : lineAt(byteLength - 1) + 1
      atLineStart = byteLength === 0 || endsWithNewline
      blocks.length = Math.ceil(lineCount / blockLines)
    },
  }
}
