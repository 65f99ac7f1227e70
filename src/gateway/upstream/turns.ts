import { tooBusy } from './too-busy.ts'
import { createUntaken } from './untaken.ts'

/*
 * One process reads for hundreds of people, and log answers are what fills its memory: an answer is there as bytes,
 * as text and as frames until its reader has taken it. So log calls of all readers share one budget of bytes and
 * take turns. What is still to come is an estimate, put right as soon as the answer is there.
 */

/** Limits; see {@link defaults}. */
interface TurnLimits {
  /** Answers asked for or not yet taken, all readers together. */
  readonly mostBytes: number
  /** The part of it that calls nobody is looking at yet may use, so that there is always room for the others. */
  readonly mostBulkBytes: number
  /** A reader that holds no turn is told so after waiting this long for one. */
  readonly waitMs: number
  /** An answer its reader does not take is set aside after this, or a few slow readers would stop everybody. */
  readonly holdMs: number
  /** Answers set aside, all readers together; what is beyond goes on counting, or many slow readers would fill the memory. */
  readonly mostAsideBytes: number
  /** While more than this of one person's lies untaken, none of his streams gets anything. */
  readonly mostUntakenEachBytes: number
}

const MIB = 1024 * 1024
const defaults: TurnLimits = {
  mostBytes: 32 * MIB,
  mostBulkBytes: 24 * MIB,
  waitMs: 20_000,
  holdMs: 1_000,
  mostAsideBytes: 48 * MIB,
  mostUntakenEachBytes: 16 * MIB,
}
/** Even an empty answer costs a call. */
const LEAST_BYTES = 64 * 1024
/** After so many urgent turns bulk that waits is next: a trickle of the others must not starve it. */
const URGENT_IN_A_ROW = 8

/** Made once: every stream ends with it, and its stack would cost a tenth of a millisecond. */
export const readerLeft = new DOMException('The reader has left', 'AbortError')

/** The turns of one process. */
export interface Turns {
  /** One stream of this person (see reader-key.ts) takes part. */
  join(person: string): ReaderTurns
  /** Whether somebody waits for nothing but what readers leave lying. */
  isShort(): boolean
  state(): TurnsState
}

/** What an operator wants to see of them at this moment. */
export interface TurnsState {
  /** Expected, or there and not yet taken. */
  readonly usedBytes: number
  /** Left lying for longer than `holdMs`. */
  readonly untakenBytes: number
  /** Streams that wait for a turn. */
  readonly waiting: number
}

/** One reader's part in it. */
export interface ReaderTurns {
  /**
   * Waits for a turn, one at a time. Urgent ones, for what is being looked at, come first; else people take turns, each with
   * all their streams, and a stream that leaves answers lying waits. `bytes` estimates the answer and is asked when it matters, since earlier
   * answers teach. Rejects with ProblemError `rate-limited` after too long, with AbortError after `leave`.
   */
  take(call: { readonly isUrgent: boolean; readonly bytes: () => number }): Promise<Turn>
  /** Gives everything back and stops waiting. */
  leave(): void
}

/** The right to have one answer in memory. */
export interface Turn {
  /** The answer is there and has so many bytes; the reader has yet to take it. */
  answered(bytes: number): void
  /** The answer was taken, or there is none. */
  done(): void
}

interface Waiter {
  readonly isUrgent: boolean
  readonly bytes: () => number
  readonly grant: (turn: Turn) => void
  readonly refuse: (error: unknown) => void
}

interface Waiting {
  readonly reader: Reader
  readonly waiter: Waiter
}

interface Reader {
  readonly person: string
  waiter: Waiter | null
  readonly held: Set<Turn>
  /** Answers it left lying for longer than `holdMs`. */
  overdue: number
  timer: NodeJS.Timeout | undefined
}

/** See {@link Turns}. Knows nothing but the calls under way. */
export function createTurns(limits: Partial<TurnLimits> = {}): Turns {
  const { mostBytes, mostBulkBytes, waitMs, holdMs, mostAsideBytes, mostUntakenEachBytes } = {
    ...defaults,
    ...limits,
  }
  const untaken = createUntaken()
  /** Readers that wait, by person: the person whose turn it is first, and of each the reader that came first. */
  const line = new Map<string, Set<Reader>>()
  let usedBytes = 0
  let asideBytes = 0
  let urgentInARow = 0

  function serve(): void {
    while (serveNext());
  }

  function serveNext(): boolean {
    const bulk = urgentInARow < URGENT_IN_A_ROW ? null : firstInLine(false)
    if (bulk !== null) return grant(bulk, mostBytes)
    const urgent = firstInLine(true)
    // While an urgent one waits for room no bulk takes it away: with the bulk under way the room comes by itself.
    return urgent === null ? grant(firstInLine(false), mostBulkBytes) : grant(urgent, mostBytes)
  }

  function firstInLine(isUrgent: boolean): Waiting | null {
    for (const readers of line.values()) {
      for (const reader of readers) {
        const { waiter } = reader
        if (waiter?.isUrgent === isUrgent && mayHaveMore(reader)) return { reader, waiter }
      }
    }
    return null
  }

  function mayHaveMore({ overdue, person }: Reader): boolean {
    return overdue === 0 && !leavesMuch(person)
  }

  function leavesMuch(person: string): boolean {
    return untaken.bytesOf(person) > mostUntakenEachBytes
  }

  /** The first in line waits until there is room: passing it over would keep large answers waiting for ever. */
  function grant(waiting: Waiting | null, most: number): boolean {
    if (waiting === null) return false
    const { reader, waiter } = waiting
    // Whole bytes: the sum of fractions is not nothing when all of them have been taken off again.
    const bytes = Math.max(Math.ceil(waiter.bytes()), LEAST_BYTES)
    // One answer larger than everything goes when it has the place to itself.
    if (usedBytes > 0 && usedBytes + bytes > most) return false
    urgentInARow = waiter.isUrgent ? urgentInARow + 1 : 0
    waiter.grant(createTurn(reader, bytes))
    endWait(reader)
    const others = line.get(reader.person)
    // To the end of the line: everybody else comes first now.
    if (others !== undefined) {
      line.delete(reader.person)
      line.set(reader.person, others)
    }
    return true
  }

  function beginWait(reader: Reader): void {
    const others = line.get(reader.person)
    if (others === undefined) line.set(reader.person, new Set([reader]))
    else others.add(reader)
    watch(reader)
    serve()
  }

  function endWait(reader: Reader): void {
    reader.waiter = null
    const others = line.get(reader.person)
    others?.delete(reader)
    if (others?.size === 0) line.delete(reader.person)
    watch(reader)
  }

  function refuse(reader: Reader, error: unknown): void {
    const { waiter } = reader
    endWait(reader)
    waiter?.refuse(error)
  }

  /** Only who has nothing waits for others; all else is its own doing, or upstream's. */
  function watch(reader: Reader): void {
    if (reader.waiter !== null && reader.held.size === 0) {
      const reason = () => tooBusy(leavesMuch(reader.person) ? 'untaken' : 'logs')
      reader.timer ??= setTimeout(() => refuse(reader, reason()), waitMs)
    } else {
      clearTimeout(reader.timer)
      reader.timer = undefined
    }
  }

  function createTurn(reader: Reader, expectedBytes: number): Turn {
    let counted = expectedBytes
    let timer: NodeJS.Timeout | undefined
    let take: (() => void) | null = null
    let aside = 0
    const count = (bytes: number) => {
      usedBytes += bytes - counted
      counted = bytes
      serve()
    }
    const turn: Turn = {
      answered(bytes) {
        if (!reader.held.has(turn)) return
        timer ??= setTimeout(() => {
          take = untaken.add(reader.person, counted)
          reader.overdue += 1
          // One answer larger than that is set aside alone, or everybody would wait for its reader.
          if (asideBytes > 0 && asideBytes + counted > mostAsideBytes) return
          aside = counted
          asideBytes += aside
          count(0)
        }, holdMs)
        count(bytes)
      },
      done() {
        if (!reader.held.delete(turn)) return
        clearTimeout(timer)
        if (take !== null) reader.overdue -= 1
        take?.()
        asideBytes -= aside
        aside = 0
        watch(reader)
        count(0)
      },
    }
    usedBytes += counted
    reader.held.add(turn)
    return turn
  }

  return {
    join(person) {
      const reader: Reader = { person, waiter: null, held: new Set(), overdue: 0, timer: undefined }
      return {
        take: ({ isUrgent, bytes }) =>
          new Promise((grant, refuseIt) => {
            reader.waiter = { isUrgent, bytes, grant, refuse: refuseIt }
            beginWait(reader)
          }),
        leave() {
          refuse(reader, readerLeft)
          for (const turn of [...reader.held]) turn.done()
          serve()
        },
      }
    },
    isShort() {
      if (line.size === 0) return false
      return untaken.bytes() > asideBytes || [...line.keys()].some(leavesMuch)
    },
    state() {
      const waiting = [...line.values()].reduce((sum, readers) => sum + readers.size, 0)
      return { usedBytes, untakenBytes: untaken.bytes(), waiting }
    },
  }
}
