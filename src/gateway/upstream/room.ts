import { createUntaken } from './untaken.ts'

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
  /** Those that have given way to others may have so much together before the next one does. */
  readonly mostIdleBytes: number
  /** What is made and too large to lie beside the others is waited for so long. */
  readonly holdMs: number
  /** One that goes beyond `mostBytes` and gets no more bytes from upstream for so long gives way to others. */
  readonly idleMs: number
}

const MIB = 1024 * 1024
/**
 * 50,000 hosts are 17 MiB, and 57 until they are text. 100,000 transfers are 136, the most there is: of these one may lie
 * while the next is made.
 */
const defaults: RoomLimits = {
  mostBytes: 32 * MIB,
  mostLyingBytes: 144 * MIB,
  mostLyingEachBytes: 16 * MIB,
  mostIdleBytes: 64 * MIB,
  holdMs: 1_000,
  idleMs: 2_000,
}

/** The room of one process. */
export interface Room {
  /**
   * One more answer, for this person (see reader-key.ts). It takes nothing yet. `drop` ends it: when it comes no further and
   * others need its room.
   */
  enter(person: string, drop?: () => void): Place
  /**
   * Something that was made and lies, of so many bytes; what lies for several readers is there once. Answers how to say that
   * it was taken.
   */
  lay(what: object, bytes: number): () => void
  /** Whether somebody waits for nothing but what lies until its reader takes it. */
  isShort(): boolean
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
  /** Some of its bytes have come: upstream does not keep it waiting. */
  came(): void
  /** All of its bytes have come: from here on it is not upstream that it waits for. */
  arrived(): void
  /** It was made, and waits for its reader. */
  made(): void
  /** Nothing of it is there any more. */
  leave(): void
  /** What it has waited for, and how long so far. */
  waited(): Waited
}

/** `for` is null unless it still waits, or did so when it was given up. */
interface Waited {
  readonly ms: number
  readonly for: 'others' | 'own' | null
}

interface Taken {
  readonly person: string
  readonly drop: () => void
  bytes: number
  wanted: number
  grant: (() => void) | null
  /** What of its bytes is counted as lying. */
  lyingBytes: number
  timer: NodeJS.Timeout | undefined
  hasArrived: boolean
  cameAt: number
  waitsSince: number | null
  waitedMs: number
}

/** See {@link Room}. Nothing is there yet. */
export function createRoom(limits: Partial<RoomLimits> = {}): Room {
  const { mostBytes, mostLyingBytes, mostLyingEachBytes, mostIdleBytes, holdMs, idleMs } = {
    ...defaults,
    ...limits,
  }
  /** Who waits, by person: the person whose turn it is first, and of each the answer that came first. */
  const line = new Map<string, Set<Taken>>()
  let usedBytes = 0
  let lyingBytes = 0
  const untaken = createUntaken()
  /** Of what lies for several readers: how many still take it. */
  const takers = new Map<object, number>()
  /** The one that may go beyond `mostBytes`. */
  let leader: Taken | null = null
  /** Those that upstream keeps waiting beyond it, the longest first. What they have lies. */
  const idle = new Set<Taken>()

  function mayGrow(place: Taken, bytes: number): boolean {
    if (place === leader || usedBytes + bytes - place.bytes <= mostBytes) return true
    if (leader !== null || leavesMuch(place) || !hasRoomBeside(place)) return false
    leader = place
    standUp(place)
    place.cameAt = performance.now()
    watch(place, idleMs)
    return true
  }

  function leavesMuch({ person }: Taken): boolean {
    return untaken.bytesOf(person) > mostLyingEachBytes
  }

  /** Those that come no further go first, where that helps. */
  function hasRoomBeside(place: Taken): boolean {
    const others = [...idle].filter((other) => other !== place)
    let idleBytes = others.reduce((sum, other) => sum + other.lyingBytes, 0)
    if (bytesBeside(place) - idleBytes > mostLyingBytes) return false
    for (const other of others) {
      if (bytesBeside(place) <= mostLyingBytes && idleBytes <= mostIdleBytes) break
      idleBytes -= other.lyingBytes
      standUp(other)
      other.drop()
    }
    return true
  }

  /** What of the others' lies. */
  function bytesBeside(place: Taken): number {
    return lyingBytes - place.lyingBytes
  }

  /** One upstream call that hangs must not keep everybody's large answers waiting. */
  function watch(place: Taken, ms: number): void {
    clearTimeout(place.timer)
    if (!place.hasArrived) place.timer = setTimeout(() => look(place), ms).unref()
  }

  function look(place: Taken): void {
    if (place !== leader) return
    const leftMs = idleMs - (performance.now() - place.cameAt)
    if (leftMs > 0) {
      watch(place, leftMs)
      return
    }
    idle.add(place)
    lieDown(place)
    giveWay(place)
  }

  function lieDown(place: Taken): void {
    lyingBytes += place.bytes - place.lyingBytes
    place.lyingBytes = place.bytes
  }

  function standUp(place: Taken): void {
    idle.delete(place)
    lyingBytes -= place.lyingBytes
    place.lyingBytes = 0
  }

  function count(place: Taken, bytes: number): void {
    usedBytes += bytes - place.bytes
    place.bytes = bytes
  }

  function serve(): void {
    for (const [person, places] of [...line]) {
      for (const place of [...places]) {
        if (place.grant === null || !mayGrow(place, place.wanted)) continue
        const { grant } = place
        stopWaiting(place)
        const others = line.get(person)
        // To the end of the line: everybody else comes first now.
        if (others !== undefined && line.delete(person)) line.set(person, others)
        count(place, place.wanted)
        grant()
      }
    }
  }

  function wait(place: Taken, bytes: number, grant: () => void): void {
    place.wanted = bytes
    place.grant = grant
    place.waitsSince = performance.now()
    const others = line.get(place.person)
    if (others === undefined) line.set(place.person, new Set([place]))
    else others.add(place)
  }

  function stopWaiting(place: Taken): void {
    place.grant = null
    place.waitedMs = waitedMs(place)
    place.waitsSince = null
    const others = line.get(place.person)
    others?.delete(place)
    if (others?.size === 0) line.delete(place.person)
  }

  function waitedMs({ waitedMs: before, waitsSince }: Taken): number {
    return waitsSince === null ? before : before + performance.now() - waitsSince
  }

  function giveWay(place: Taken): void {
    if (leader === place) leader = null
    serve()
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

  function enter(person: string, drop: () => void = () => undefined): Place {
    const place: Taken = {
      person,
      drop,
      bytes: 0,
      wanted: 0,
      grant: null,
      lyingBytes: 0,
      timer: undefined,
      hasArrived: false,
      cameAt: 0,
      waitsSince: null,
      waitedMs: 0,
    }
    let take = () => {}
    let gaveUp: Waited['for'] = null
    const waitsFor = () => (leavesMuch(place) ? 'own' : 'others')
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
            gaveUp = waitsFor()
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
      came() {
        place.cameAt = performance.now()
        // Still lying, as it was slow, but it comes to an end: it is not to be dropped.
        idle.delete(place)
      },
      arrived() {
        place.hasArrived = true
        idle.delete(place)
        clearTimeout(place.timer)
      },
      made() {
        if (usedBytes <= mostBytes) return giveWay(place)
        // Most are taken within this; until then nobody else makes one as large.
        place.timer = setTimeout(() => {
          take = untaken.add(place.person, place.bytes)
          lieDown(place)
          giveWay(place)
        }, holdMs)
        serve()
      },
      leave() {
        clearTimeout(place.timer)
        stopWaiting(place)
        standUp(place)
        count(place, 0)
        take()
        take = () => {}
        giveWay(place)
      },
      waited: () => ({
        ms: waitedMs(place),
        for: place.waitsSince === null ? gaveUp : waitsFor(),
      }),
    }
  }

  return {
    enter,
    lay: (what, bytes) => (bytes === 0 ? () => undefined : layShared(what, bytes)),
    isShort: () =>
      leader === null &&
      [...line.values()].some((places) =>
        [...places].some((each) => leavesMuch(each) || bytesBeside(each) > mostLyingBytes),
      ),
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
