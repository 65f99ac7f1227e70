import { createChunkList } from './chunk-list.ts'
import { createLineIndex } from './line-index.ts'

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
 * bytes that are not UTF-8 show as U+FFFD. Line breaks are `\n` and `\r\n`.
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

const lenientUtf8 = new TextDecoder('utf-8', { ignoreBOM: true })
const carriageReturn = 13
const newline = 10

export function createLogDocument(): LogDocument {
  const bytes = createChunkList()
  const index = createLineIndex()
  let complete = false
  let revision = 0
  let newest: LogVersion | null = null

  const byteAt = bytes.at

  const replaceFrom = (position: number): void => {
    bytes.truncate(position)
    index.truncate(position, position > 0 && byteAt(position - 1) === newline)
    revision += 1
    complete = false
  }

  const append = (piece: Uint8Array): void => {
    index.append(piece, bytes.byteLength)
    bytes.append(piece)
    complete = false
  }

  const lineStart = (lineIndex: number): number =>
    lineIndex < index.lineCount ? index.start(lineIndex) : bytes.byteLength

  /** Start and end of a line's text, without its break. */
  const bounds = (lineIndex: number): readonly [number, number] => {
    const start = index.start(lineIndex)
    const next = lineStart(lineIndex + 1)
    if (next === start || byteAt(next - 1) !== newline) return [start, next]
    return [start, next - 2 >= start && byteAt(next - 2) === carriageReturn ? next - 2 : next - 1]
  }

  /** The nearest character boundary at or before `position`. */
  const boundary = (position: number, from: number, to: number): number => {
    if (position >= to) return to
    const tail = bytes.read(Math.max(from, position - 3), position + 1)
    for (let back = 0; back < tail.length; back += 1) {
      const byte = tail[tail.length - 1 - back] ?? 0
      if ((byte & 0xc0) !== 0x80) return position - back
    }
    return position
  }

  const decode = (from: number, to: number): string => lenientUtf8.decode(bytes.read(from, to))

  const readLine = (lineIndex: number): LogLine => {
    const [start, end] = bounds(lineIndex)
    const shownEnd = boundary(Math.min(end, start + shownLineBytes), start, end)
    return { text: decode(start, shownEnd), byteLength: end - start, shownBytes: shownEnd - start }
  }

  function beginVersion(): LogVersion
  function beginVersion(repeats: RepeatedBytes): LogVersion | null
  function beginVersion(repeats: RepeatedBytes = { bytes: 0, revision }): LogVersion | null {
    let position = repeats.bytes
    newest = null
    if (repeats.revision !== revision || position > bytes.byteLength) {
      complete = false
      return null
    }
    const isNewest = (): boolean => newest === version
    const version: LogVersion = {
      write(piece) {
        if (!isNewest()) return
        const common = position < bytes.byteLength ? bytes.commonLength(position, piece) : 0
        position += common
        if (common === piece.length) return
        if (position < bytes.byteLength) replaceFrom(position)
        append(piece.subarray(common))
        position = bytes.byteLength
      },
      finish() {
        if (!isNewest()) return
        if (position < bytes.byteLength) {
          replaceFrom(position)
        }
        complete = true
      },
    }
    newest = version
    return version
  }

  return {
    get byteLength() {
      return bytes.byteLength
    },
    get lineCount() {
      return index.lineCount
    },
    get complete() {
      return complete
    },
    get revision() {
      return revision
    },
    beginVersion,
    lines(firstLineIndex, lastLineIndex) {
      const from = Math.max(0, firstLineIndex)
      const count = Math.max(0, Math.min(lastLineIndex + 1, index.lineCount) - from)
      return Array.from({ length: count }, (_, offset) => readLine(from + offset))
    },
    get settledLineCount() {
      const isOpen = bytes.byteLength > 0 && byteAt(bytes.byteLength - 1) !== newline
      return isOpen ? index.lineCount - 1 : index.lineCount
    },
    lineStart,
    bounds,
    read: bytes.read,
    copyTo: bytes.copyTo,
    lineAt: index.lineAt,
    toBlob() {
      return new Blob(bytes.views(), { type: 'text/plain;charset=utf-8' })
    },
  }
}
