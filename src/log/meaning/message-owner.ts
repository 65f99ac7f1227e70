import { isStamped, kindIn, type LineReading, lineKinds, rankIn } from './read-line.ts'
import { errorRank, noRank, type SeverityRank } from './severity-rank.ts'
import type { LineShape } from './trace-shapes.ts'

/**
 * Lines without any sign of belonging that a message may own: beyond it they are some other program's output, and a step of
 * a thousand `echo`s behind one stamped error is no thousand errors.
 */
const looseLines = 50

/**
 * How a line stands to the traceback around it (`head` also for a line that names what was thrown) or to the JSON
 * value on many lines (`object-head`: an opening bracket and nothing else).
 */
export type LineRole = 'none' | 'head' | 'inside' | 'object-head' | 'object'

/** A line's mark: its message's rank in bits 0–2, and these. */
export const beginsFlag = 8
export const stampedFlag = 16

interface OwnerState {
  /** Of the message that owns what follows; `marker` owns nothing. */
  kind: number
  rank: SeverityRank
  /** Of the message the last line belongs to: another one inside a traceback of its own. */
  currentRank: SeverityRank
  looseCount: number
  /** A blank line came: what is not indented belongs to nobody. */
  isCut: boolean
}

/** Walks through a log line by line and tells which message each belongs to. */
export interface MessageOwner {
  /** The next line's mark. */
  step(reading: LineReading, shape: LineShape, role: LineRole): number
  /** The next line tells how serious the object around it is, which is one message now; false if it has an owner. */
  adopt(rank: SeverityRank): boolean
  save(): Readonly<OwnerState>
  restore(saved: Readonly<OwnerState>): void
}

const noOwner: Readonly<OwnerState> = {
  kind: lineKinds.marker,
  rank: noRank,
  currentRank: noRank,
  looseCount: 0,
  isCut: false,
}

/**
 * A line without a prefix belongs to the message before it: always in node-man's grammar (bk-nodeman D1), elsewhere
 * until a blank line or a heading, and unless it says another severity than its owner, since a script's log mixes
 * the lines of many programs. A bare `ERROR: …` owns only what clearly depends on it: indented lines, `Caused by`,
 * tracebacks.
 */
export function createMessageOwner(): MessageOwner {
  let state: OwnerState = { ...noOwner }

  const begin = (kind: number, rank: SeverityRank): true => {
    state = { kind, rank, currentRank: rank, looseCount: 0, isCut: false }
    return true
  }

  /** A line of its own among the lines of an owner that stays; a message if it says a severity. */
  const interrupt = (rank: SeverityRank): boolean => {
    state.currentRank = rank
    state.looseCount += 1
    return rank !== noRank
  }

  const follow = (rank: SeverityRank): false => {
    state.currentRank = rank
    state.looseCount += 1
    return false
  }

  const cut = (): boolean => {
    state.isCut = true
    return interrupt(noRank)
  }

  const followTrace = (shape: LineShape): false => {
    // The last blank line of a traceback may be the one behind it.
    if (shape === 'blank') state.isCut = true
    return follow(state.currentRank)
  }

  /** An object that says how serious it is has the last word about all of it. */
  const stepInObject = (rank: SeverityRank): boolean =>
    state.rank === noRank && rank !== noRank ? interrupt(rank) : follow(state.rank)

  const stepBehindStamp = (rank: SeverityRank, shape: LineShape): boolean => {
    if (shape === 'heading' || ownsNoLoose(state)) return begin(lineKinds.marker, rank)
    if (shape === 'blank') return cut()
    return rank !== noRank && rank !== state.rank ? interrupt(rank) : follow(state.rank)
  }

  const stepOwned = (rank: SeverityRank, shape: LineShape, role: LineRole): boolean => {
    const { kind } = state
    if (role === 'object' && kind === lineKinds.object) return stepInObject(rank)
    if (role === 'object-head' && ownsNoLoose(state)) return begin(lineKinds.object, noRank)
    if (kind === lineKinds.marker || kind === lineKinds.object) return begin(lineKinds.marker, rank)
    if (shape === 'dependent' || (role === 'head' && state.rank >= errorRank)) return follow(state.rank)
    return stepBehindStamp(rank, shape)
  }

  const stepPlain = (rank: SeverityRank, shape: LineShape, role: LineRole): boolean => {
    if (state.kind === lineKinds.nodeMan) return false
    return role === 'inside' ? followTrace(shape) : stepOwned(rank, shape, role)
  }

  return {
    step(reading, shape, role) {
      const kind = kindIn(reading)
      const rank = rankIn(reading)
      const begins = kind === lineKinds.plain ? stepPlain(rank, shape, role) : begin(kind, rank)
      return state.currentRank | (begins ? beginsFlag : 0) | (isStamped(reading) ? stampedFlag : 0)
    },
    adopt(rank) {
      return state.kind !== lineKinds.nodeMan && begin(lineKinds.object, rank)
    },
    save: () => ({ ...state }),
    restore(saved) {
      state = { ...saved }
    },
  }
}

/** Lines that only happen to stand behind the message are not its own. */
function ownsNoLoose({ kind, looseCount, isCut }: Readonly<OwnerState>): boolean {
  return kind !== lineKinds.stamped || looseCount >= looseLines || isCut
}
