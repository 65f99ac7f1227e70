import { createChunkList } from './chunk-list.ts'
import { createLineIndex } from './line-index.ts'
import { decodeText } from './text/decode-text.ts'

/** Of a longer line `lines` gives only this much. */
const shownLineBytes = 8 * 1024

/** One line without its line break. `shownBytes` of its `byteLength` bytes are in `text`, from its start. */
export interface LogLine {
  readonly text: string
  readonly byteLength: number
  readonly shownBytes: number
}

/**
 * One text: its bytes as they came and where its lines begin. Nothing is decoded until somebody looks, and
 * bytes that are not UTF-8 show as U+FFFD (text/decode-text.ts). Line breaks are `\n` and `\r\n`.
 */
export interface LogDocument {
  readonly byteLength: number
  readonly lineCount: number
  /** The newest version has been received whole. */
  readonly complete: boolean
  /** How often a newer version contradicted an older one instead of adding to it. */
  readonly revision: number
  /**
   * Begins a newer version of the text, from its first byte. The bytes already here are compared with it, not
   * kept twice: a version that repeats them only appends (the job platform always sends the whole log).
   */
  beginVersion(): LogVersion
  /**
   * Begins a newer version that repeats so many bytes of this revision and comes without them. Null when they are
   * not here any more: then the text is incomplete until a version came whole.
   */
  beginVersion(repeats: RepeatedBytes): LogVersion | null
  /** Lines `first` to `last`, both included, cut to those that exist. */
  lines(firstLineIndex: number, lastLineIndex: number): readonly LogLine[]
  /** Lines that stay as they are unless `revision` changes: all but a last one without a line break. */
  readonly settledLineCount: number
  /** First byte of a line; for the line after the last, where it would begin. */
  lineStart(lineIndex: number): number
  /** Start and end of a line's text in bytes of the whole, without its line break. */
  bounds(lineIndex: number): readonly [start: number, end: number]
  /** Bytes of the whole: a view where they lie together, else a copy. Not to be written to. */
  read(start: number, end: number): Uint8Array
  /** Copies bytes of the whole to the beginning of `target`: for those who have a place of their own for them. */
  copyTo(target: Uint8Array, start: number, end: number): void
  /** The line that holds a byte of the whole. */
  lineAt(position: number): number
  /**
   * Into `lines` go the lines of many bytes of the whole: of the first `count` of `positions`, which are in order and
   * counted from the first byte of line `firstLine`, not far behind it.
   */
  linesAt(positions: Uint32Array, count: number, firstLine: number, lines: Uint32Array): void
  /** The whole text. */
  toBlob(): Blob
}

/** The beginning of a text as it once was. */
interface RepeatedBytes {
  readonly bytes: number
  readonly revision: number
}

/** The way in for one version of a text. When a later one has begun, this one's bytes are ignored. */
export interface LogVersion {
  write(piece: Uint8Array): void
  /** The version is whole: what the old text had beyond it is gone. */
  finish(): void
}

const carriageReturn = 13
const newline = 10

/** An empty text. */
export function createLogDocument(): LogDocument {
  return new KeptDocument()
}

/** A class: 100,000 transfers have a log each, and closures would be most of their memory. */
class KeptDocument implements LogDocument {
  readonly #bytes = createChunkList()
  readonly #index = createLineIndex()
  #complete = false
  #revision = 0
  #newest: LogVersion | null = null

  get byteLength(): number {
    return this.#bytes.byteLength
  }

  get lineCount(): number {
    return this.#index.lineCount
  }

  get complete(): boolean {
    return this.#complete
  }

  get revision(): number {
    return this.#revision
  }

  beginVersion(): LogVersion
  beginVersion(repeats: RepeatedBytes): LogVersion | null
  beginVersion(repeats: RepeatedBytes = { bytes: 0, revision: this.#revision }): LogVersion | null {
    let position = repeats.bytes
    this.#newest = null
    if (repeats.revision !== this.#revision || position > this.byteLength) {
      this.#complete = false
      return null
    }
    const version: LogVersion = {
      write: (piece) => {
        if (this.#newest === version) position = this.#write(piece, position)
      },
      finish: () => {
        if (this.#newest !== version) return
        if (position < this.byteLength) this.#replaceFrom(position)
        this.#complete = true
        // Nothing more is written: what it holds need not be kept for every text.
        this.#newest = null
      },
    }
    this.#newest = version
    return version
  }

  lines(firstLineIndex: number, lastLineIndex: number): readonly LogLine[] {
    const from = Math.max(0, firstLineIndex)
    const count = Math.max(0, Math.min(lastLineIndex + 1, this.lineCount) - from)
    return Array.from({ length: count }, (_, offset) => this.#readLine(from + offset))
  }

  get settledLineCount(): number {
    const isOpen = this.byteLength > 0 && this.#bytes.at(this.byteLength - 1) !== newline
    return isOpen ? this.lineCount - 1 : this.lineCount
  }

  lineStart(lineIndex: number): number {
    return lineIndex < this.#index.lineCount ? this.#index.start(lineIndex) : this.#bytes.byteLength
  }

  bounds(lineIndex: number): readonly [start: number, end: number] {
    const start = this.#index.start(lineIndex)
    const next = this.lineStart(lineIndex + 1)
    if (next === start || this.#bytes.at(next - 1) !== newline) return [start, next]
    const isCrLf = next - 2 >= start && this.#bytes.at(next - 2) === carriageReturn
    return [start, isCrLf ? next - 2 : next - 1]
  }

  read(start: number, end: number): Uint8Array {
    return this.#bytes.read(start, end)
  }

  copyTo(target: Uint8Array, start: number, end: number): void {
    this.#bytes.copyTo(target, start, end)
  }

  lineAt(position: number): number {
    return this.#index.lineAt(position)
  }

  linesAt(positions: Uint32Array, count: number, firstLine: number, lines: Uint32Array): void {
    this.#index.linesAt(positions, count, this.lineStart(firstLine), firstLine, lines)
  }

  toBlob(): Blob {
    return new Blob(this.#bytes.views(), { type: 'text/plain;charset=utf-8' })
  }

  /** Takes what a version says from `position` on; answers how far it has come. */
  #write(piece: Uint8Array, position: number): number {
    const common = position < this.byteLength ? this.#bytes.commonLength(position, piece) : 0
    if (common === piece.length) return position + common
    if (position + common < this.byteLength) this.#replaceFrom(position + common)
    this.#append(piece.subarray(common))
    return this.byteLength
  }

  #append(piece: Uint8Array): void {
    this.#index.append(piece, this.#bytes.byteLength)
    this.#bytes.append(piece)
    this.#complete = false
  }

  #replaceFrom(position: number): void {
    this.#bytes.truncate(position)
    this.#index.truncate(position, position > 0 && this.#bytes.at(position - 1) === newline)
    this.#revision += 1
    this.#complete = false
  }

  /** The nearest character boundary at or before `position`. */
  #boundary(position: number, from: number, to: number): number {
    if (position >= to) return to
    const tail = this.#bytes.read(Math.max(from, position - 3), position + 1)
    for (let back = 0; back < tail.length; back += 1) {
      const byte = tail[tail.length - 1 - back] ?? 0
      if ((byte & 0xc0) !== 0x80) return position - back
    }
    return position
  }

  #readLine(lineIndex: number): LogLine {
    const [start, end] = this.bounds(lineIndex)
    const shownEnd = this.#boundary(Math.min(end, start + shownLineBytes), start, end)
    const text = decodeText(this.#bytes.read(start, shownEnd))
    return { text, byteLength: end - start, shownBytes: shownEnd - start }
  }
}
