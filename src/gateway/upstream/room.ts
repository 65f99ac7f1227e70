/*
 * What large answers take, all readers' together: upstream's bytes, what is made of them, and what is made and lies until a
 * browser has taken it. They share one budget; an answer that finds no room is not read on until there is some, so it
 * waits where it costs nothing: at upstream. Small answers are not counted: their number has limits of its own (call-queue.ts,
 * turns.ts).
 */

/** Limits; see {@link defaults}. */
interface RoomLimits {
  /** All of them, but for one: else two that each need more than is left would wait for each other for ever. */
  readonly mostBytes: number
  /** While more than this lies, nobody goes beyond `mostBytes`. */
  readonly mostLyingBytes: number
  /** While more than this lies of one person's, that person does not: who takes nothing keeps nobody else waiting. */
  readonly mostLyingEachBytes: number
  /** What is made and too large to lie beside the others is waited for so long. */
  readonly holdMs: number
  /** One that goes beyond `mostBytes` and gets no more bytes from upstream for so long gives way to others. */
  readonly idleMs: number
}

const MIB = 1024 * 1024
/** 50,000 hosts are 17 MiB, and 57 until they are text: while one is made the next is read. */
const defaults: RoomLimits = {
  mostBytes: 32 * MIB,
  mostLyingBytes: 64 * MIB,
  mostLyingEachBytes: 16 * MIB,
  holdMs: 1_000,
  idleMs: 2_000,
}

/** The room of one process. */
export interface Room {
  /** One more answer, for this person (see reader-key.ts). It takes nothing yet. */
  enter(person: string): Place
  /**
   * Something that was made and lies, of so many bytes; what lies for several readers is there once. Answers how to say that
   * it was taken.
   */
  lay(what: object, bytes: number): () => void
  state(): RoomState
}

/** What an operator wants to see of it at this moment. */
export interface RoomState {
  readonly usedBytes: number
  /** Answers that are not read on for want of room. */
  readonly waiting: number
}

/** The part of one answer in it. */
export interface Place {
  /**
   * Resolves when it may take so many bytes in all, rejects as the signal does. People take turns, and whoever is next goes
   * on whatever it takes.
   */
  grow(bytes: number, signal: AbortSignal): Promise<void>
  /** All of its bytes have come: from here on it is not upstream that it waits for. */
  arrived(): void
  /** It was made, and waits for its reader. */
  made(): void
  /** Nothing of it is there any more. */
  leave(): void
  /** Whether it was others that it waited for when it was given up, and not upstream. */
  gaveUpWaiting(): boolean
}

interface Taken {
  readonly person: string
  bytes: number
  wanted: number
  grant: (() => void) | null
  gaveUpWaiting: boolean
  timer: NodeJS.Timeout | undefined
  hasArrived: boolean
}

/** See {@link Room}. Nothing is there yet. */
export function createRoom(limits: Partial<RoomLimits> = {}): Room {
  const { mostBytes, mostLyingBytes, mostLyingEachBytes, holdMs, idleMs } = { ...defaults, ...limits }
  /** Who waits, by person: the person whose turn it is first, and of each the answer that came first. */
  const line = new Map<string, Set<Taken>>()
  let usedBytes = 0
  let lyingBytes = 0
  const lyingEach = new Map<string, number>()
  /** Of what lies for several readers: how many still take it. */
  const takers = new Map<object, number>()
  /** The one that may go beyond `mostBytes`. */
  let leader: Taken | null = null

  function fits(bytes: number): boolean {
    return usedBytes + bytes <= mostBytes
  }

  function mayGrow(place: Taken, bytes: number): boolean {
    if (place === leader) watch(place)
    if (place === leader || fits(bytes - place.bytes)) return true
    if (leader !== null || lyingBytes > mostLyingBytes) return false
    if ((lyingEach.get(place.person) ?? 0) > mostLyingEachBytes) return false
    leader = place
    watch(place)
    return true
  }

  /** One upstream call that hangs must not keep everybody's large answers waiting. */
  function watch(place: Taken): void {
    clearTimeout(place.timer)
    if (!place.hasArrived) place.timer = setTimeout(() => giveWay(place), idleMs).unref()
  }

  function count(place: Taken, bytes: number): void {
    usedBytes += bytes - place.bytes
    place.bytes = bytes
  }

  function serve(): void {
    for (const [person, places] of [...line]) {
      for (const place of [...places]) {
        if (!mayGrow(place, place.wanted)) continue
        const { grant } = place
        stopWaiting(place)
        const others = line.get(person)
        // To the end of the line: everybody else comes first now.
        if (others !== undefined && line.delete(person)) line.set(person, others)
        count(place, place.wanted)
        grant?.()
      }
    }
  }

  function wait(place: Taken, bytes: number, grant: () => void): void {
    place.wanted = bytes
    place.grant = grant
    const others = line.get(place.person)
    if (others === undefined) line.set(place.person, new Set([place]))
    else others.add(place)
  }

  function stopWaiting(place: Taken): void {
    place.grant = null
    const others = line.get(place.person)
    others?.delete(place)
    if (others?.size === 0) line.delete(place.person)
  }

  function giveWay(place: Taken): void {
    if (leader === place) leader = null
    serve()
  }

  function lie(bytes: number, person: string): () => void {
    lyingBytes += bytes
    lyingEach.set(person, (lyingEach.get(person) ?? 0) + bytes)
    return once(() => {
      lyingBytes -= bytes
      const left = (lyingEach.get(person) ?? 0) - bytes
      if (left > 0) lyingEach.set(person, left)
      else lyingEach.delete(person)
      serve()
    })
  }

  function layShared(what: object, bytes: number): () => void {
    const isFirst = !takers.has(what)
    takers.set(what, (takers.get(what) ?? 0) + 1)
    if (isFirst) {
      lyingBytes += bytes
      usedBytes += bytes
    }
    return once(() => {
      const left = (takers.get(what) ?? 0) - 1
      if (left > 0) return void takers.set(what, left)
      takers.delete(what)
      lyingBytes -= bytes
      usedBytes -= bytes
      serve()
    })
  }

  function enter(person: string): Place {
    const place: Taken = {
      person,
      bytes: 0,
      wanted: 0,
      grant: null,
      gaveUpWaiting: false,
      timer: undefined,
      hasArrived: false,
    }
    let takeUp: (() => void) | null = null
    return {
      grow(bytes, signal) {
        if (signal.aborted) return Promise.reject(signal.reason)
        if (bytes <= place.bytes) return Promise.resolve()
        if (mayGrow(place, bytes)) {
          count(place, bytes)
          return Promise.resolve()
        }
        return new Promise((resolve, reject) => {
          const leave = () => {
            place.gaveUpWaiting = true
            stopWaiting(place)
            reject(signal.reason)
          }
          wait(place, bytes, () => {
            signal.removeEventListener('abort', leave)
            resolve()
          })
          signal.addEventListener('abort', leave, { once: true })
        })
      },
      arrived() {
        place.hasArrived = true
        clearTimeout(place.timer)
      },
      made() {
        if (usedBytes <= mostBytes) return giveWay(place)
        // Most are taken within this; until then nobody else makes one as large.
        place.timer = setTimeout(() => {
          takeUp = lie(place.bytes, place.person)
          giveWay(place)
        }, holdMs)
        serve()
      },
      leave() {
        clearTimeout(place.timer)
        stopWaiting(place)
        count(place, 0)
        takeUp?.()
        giveWay(place)
      },
      gaveUpWaiting: () => place.gaveUpWaiting,
    }
  }

  return {
    enter,
    lay: (what, bytes) => (bytes === 0 ? () => undefined : layShared(what, bytes)),
    state: () => ({
      usedBytes,
      waiting: [...line.values()].reduce((sum, places) => sum + places.size, 0),
    }),
  }
}

function once(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}
