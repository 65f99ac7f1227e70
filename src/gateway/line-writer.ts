import { write, writeSync } from 'node:fs'

/*
 * Lines of the log on their way out. A pipe that is written to at once makes everybody wait for a slow collector; one write for
 * each line wakes a thread each time (profiles of polling readers on one core showed the main thread a quarter of its busy
 * time in there). So lines are gathered and written in the background. Pino's own writer does that too, but grows without
 * end while nobody reads, and at the end of the process waits for ever where nobody is there to read.
 */

/** Lines wait for each other up to this size, and no longer than this. */
const GATHERED_BYTES = 8 * 1024
const GATHERED_MS = 200
/** What a collector has fallen behind by; lines beyond it are lost, and told so. */
const MOST_WAITING_BYTES = 8 * 1024 * 1024
/** Until a full pipe is tried again. */
const FULL_MS = 50
/** So long the end of the process waits for a collector that is slow. */
const LONGEST_END_MS = 1_000

const nothing = Buffer.alloc(0)

/** Takes whole lines. */
export interface LineWriter {
  write(line: string): void
}

/** Writes to a file descriptor of this process; what waits when the process ends is written then. */
export function createLineWriter(fd: number, limits = { most: MOST_WAITING_BYTES }): LineWriter {
  let lines: string[] = []
  let waiting = 0
  let lost = 0
  /** On its way to the system, or waiting for room there. */
  let isWriting = false
  let refused: Buffer = nothing
  let timer: NodeJS.Timeout | undefined

  function take(): Buffer {
    const told =
      lost === 0 ? '' : `{"level":40,"msg":"${lost} lines of the log were lost: nobody took them"}\n`
    const bytes = Buffer.from(lines.join('') + told)
    lines = []
    waiting = 0
    lost = 0
    return bytes
  }

  function flush(): void {
    clearTimeout(timer)
    timer = undefined
    if (isWriting || waiting + lost === 0) return
    send(take())
  }

  function send(bytes: Buffer): void {
    isWriting = true
    refused = nothing
    write(fd, bytes, (error, written) => {
      const rest = error === null ? bytes.subarray(written) : bytes
      if (rest.length > 0 && isFull(error)) {
        refused = rest
        setTimeout(() => send(rest), FULL_MS).unref()
        return
      }
      isWriting = false
      if (waiting >= GATHERED_BYTES) flush()
      else if (waiting > 0) timer ??= setTimeout(flush, GATHERED_MS).unref()
    })
  }

  process.on('exit', () => {
    writeAll(fd, Buffer.concat([refused, take()]))
  })

  return {
    write(line) {
      if (waiting > limits.most) {
        lost += 1
        return
      }
      lines.push(line)
      waiting += line.length
      if (waiting >= GATHERED_BYTES) flush()
      else timer ??= setTimeout(flush, GATHERED_MS).unref()
    },
  }
}

/** Written in part, or not at all for now; after any other error nobody is there. */
const isFull = (error: NodeJS.ErrnoException | null) => error === null || error.code === 'EAGAIN'

function writeAll(fd: number, bytes: Buffer): void {
  const until = performance.now() + LONGEST_END_MS
  let rest = bytes
  while (rest.length > 0 && performance.now() < until) {
    try {
      rest = rest.subarray(writeSync(fd, rest))
    } catch (error) {
      if (!isFull(error as NodeJS.ErrnoException)) return
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10)
    }
  }
}
