import { tooBusy } from './too-busy.ts'

/*
 * How many calls to one upstream are under way at once, for one person and for all. What waits is served person by
 * person, so that one with a thousand calls waits for none of the others' and they for one of his (docs/decisions/0013).
 */

/** Limits; see {@link defaults}. */
export interface QueueLimits {
  readonly most: number
  readonly mostEach: number
  /** The part of `mostEach` that calls nobody is looking at may use: a page always finds room beside its own bulk. */
  readonly mostBulkEach: number
  /** So many may wait for one person; more are refused at once. */
  readonly mostWaitingEach: number
  /** Who waits longer is told so. */
  readonly waitMs: number
}

const defaults: QueueLimits = {
  most: 256,
  mostEach: 24,
  mostBulkEach: 16,
  mostWaitingEach: 500,
  waitMs: 15_000,
}
/** After so many calls that were not bulk a waiting bulk call is next: a trickle of the others starves nobody. */
const URGENT_IN_A_ROW = 4

/** Who wants to call, and until when it makes sense (on the clock of `performance.now()`). */
export interface QueuedCall {
  readonly reader: string
  readonly isBulk: boolean
  readonly signal: AbortSignal
  readonly deadlineAt: number
}

/** What a queue says of itself. */
export interface QueueState {
  readonly underWay: number
  readonly waiting: number
}

/** The queue of one upstream. */
export interface CallQueue {
  /** Resolves to the way to give the place back; rejects with ProblemError `rate-limited`, or as the signal does. */
  enter(call: QueuedCall): Promise<() => void>
  state(): QueueState
}

interface Waiter {
  readonly isBulk: boolean
  readonly admit: () => void
}

interface Person {
  underWay: number
  bulkUnderWay: number
  readonly urgent: Set<Waiter>
  readonly bulk: Set<Waiter>
}

/** See {@link CallQueue}. */
export function createCallQueue(limits: Partial<QueueLimits> = {}): CallQueue {
  const { most, mostEach, mostBulkEach, mostWaitingEach, waitMs } = { ...defaults, ...limits }
  /** Everybody with a call under way or waiting, the one whose turn it is first. */
  const people = new Map<string, Person>()
  let underWay = 0
  let urgentInARow = 0

  function personOf(reader: string): Person {
    const known = people.get(reader)
    if (known !== undefined) return known
    const person: Person = { underWay: 0, bulkUnderWay: 0, urgent: new Set(), bulk: new Set() }
    people.set(reader, person)
    return person
  }

  function mayCall({ underWay: own, bulkUnderWay }: Person, isBulk: boolean): boolean {
    return own < mostEach && (!isBulk || bulkUnderWay < mostBulkEach)
  }

  function serve(): void {
    while (
      underWay < most &&
      (urgentInARow < URGENT_IN_A_ROW ? serveOne(false, true) : serveOne(true, false))
    );
  }

  function serveOne(...order: readonly boolean[]): boolean {
    return order.some((isBulk) => {
      for (const [reader, person] of people) {
        const [waiter] = isBulk ? person.bulk : person.urgent
        if (waiter === undefined || !mayCall(person, isBulk)) continue
        // To the end of the line: everybody else comes first now.
        people.delete(reader)
        people.set(reader, person)
        waiter.admit()
        return true
      }
      return false
    })
  }

  function admit(person: Person, reader: string, isBulk: boolean): () => void {
    underWay += 1
    person.underWay += 1
    if (isBulk) person.bulkUnderWay += 1
    urgentInARow = isBulk ? 0 : urgentInARow + 1
    let isOver = false
    return () => {
      if (isOver) return
      isOver = true
      underWay -= 1
      person.underWay -= 1
      if (isBulk) person.bulkUnderWay -= 1
      forget(reader, person)
      serve()
    }
  }

  function forget(reader: string, { underWay: own, urgent, bulk }: Person): void {
    if (own + urgent.size + bulk.size === 0) people.delete(reader)
  }

  return {
    enter({ reader, isBulk, signal, deadlineAt }) {
      const person = personOf(reader)
      const waiters = isBulk ? person.bulk : person.urgent
      if (waiters.size >= mostWaitingEach) return Promise.reject(tooBusy('calls'))
      return new Promise((resolve, reject) => {
        const end = () => {
          clearTimeout(timer)
          signal.removeEventListener('abort', leave)
          waiters.delete(waiter)
        }
        const refuse = (error: unknown) => {
          end()
          forget(reader, person)
          reject(error)
        }
        const leave = () => refuse(signal.reason)
        const waiter: Waiter = {
          isBulk,
          admit() {
            end()
            resolve(admit(person, reader, isBulk))
          },
        }
        const longest = Math.max(0, Math.min(waitMs, deadlineAt - performance.now()))
        const timer = setTimeout(() => refuse(tooBusy('calls')), longest)
        signal.addEventListener('abort', leave, { once: true })
        waiters.add(waiter)
        if (signal.aborted) leave()
        else serve()
      })
    },
    state() {
      const all = [...people.values()]
      return { underWay, waiting: all.reduce((sum, { urgent, bulk }) => sum + urgent.size + bulk.size, 0) }
    },
  }
}
