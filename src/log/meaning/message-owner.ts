import { isStamped, kindIn, type LineReading, lineKinds, rankIn } from './read-line.ts'
import { errorRank, noRank, type SeverityRank, warningRank } from './severity-rank.ts'

/** Lines without any sign of belonging that a message may own; beyond it they are some other program's output. */
const looseLines = 500

/** How a line stands to the traceback around it; `head` also for a line that names what was thrown. */
export type TraceRole = 'none' | 'head' | 'inside'

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
}

/** Walks through a log line by line and tells which message each belongs to. */
export interface MessageOwner {
  /** The next line's mark. */
  step(reading: LineReading, isDependent: boolean, role: TraceRole): number
  save(): Readonly<OwnerState>
  restore(saved: Readonly<OwnerState>): void
}

const noOwner: Readonly<OwnerState> = {
  kind: lineKinds.marker,
  rank: noRank,
  currentRank: noRank,
  looseCount: 0,
}

/**
 * A line without a prefix belongs to the message before it: always in node-man's grammar (bk-nodeman D1), elsewhere
 * unless it sounds worse than its owner, since a script's log mixes the lines of many programs. A bare `ERROR: …`
 * owns only what clearly depends on it: indented lines, `Caused by`, tracebacks.
 */
export function createMessageOwner(): MessageOwner {
  let state: OwnerState = { ...noOwner }

  const begin = (kind: number, rank: SeverityRank): true => {
    state = { kind, rank, currentRank: rank, looseCount: 0 }
    return true
  }

  /** A message of its own among the lines of an owner that stays. */
  const interrupt = (rank: SeverityRank): true => {
    state.currentRank = rank
    state.looseCount += 1
    return true
  }

  const follow = (rank: SeverityRank): false => {
    state.currentRank = rank
    state.looseCount += 1
    return false
  }

  const stepPlain = (rank: SeverityRank, isDependent: boolean, role: TraceRole): boolean => {
    if (state.kind === lineKinds.nodeMan) return false
    if (role === 'inside') return follow(state.currentRank)
    if (state.kind === lineKinds.marker) return begin(lineKinds.marker, rank)
    if (isDependent || (role === 'head' && state.rank >= errorRank)) return follow(state.rank)
    if (state.kind === lineKinds.level || state.looseCount >= looseLines) return begin(lineKinds.marker, rank)
    return raises(rank, state.rank) ? interrupt(rank) : follow(state.rank)
  }

  return {
    step(reading, isDependent, role) {
      const kind = kindIn(reading)
      const rank = rankIn(reading)
      const begins = kind === lineKinds.plain ? stepPlain(rank, isDependent, role) : begin(kind, rank)
      return state.currentRank | (begins ? beginsFlag : 0) | (isStamped(reading) ? stampedFlag : 0)
    },
    save: () => ({ ...state }),
    restore(saved) {
      state = { ...saved }
    },
  }
}

function raises(rank: SeverityRank, ownerRank: SeverityRank): boolean {
  return rank >= errorRank ? ownerRank < errorRank : rank === warningRank && ownerRank === noRank
}
