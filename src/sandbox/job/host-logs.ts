import type { Json } from './lossless-json.ts'
import type { ExecuteObject, LogText, StepInstance, Transfer } from './model.ts'
import { shuffled } from './noise.ts'
import { type Asked, indexesIn, indexIn } from './objects-asked.ts'

/** One host's script log; only hosts that have a document are here. */
export interface ScriptLog {
  readonly object: ExecuteObject
  readonly content: Exclude<LogText, undefined>
}

/** One host's file logs of both directions, never empty. */
export interface TransferLogs {
  readonly object: ExecuteObject
  readonly downloads: readonly Transfer[]
  readonly uploads: readonly Transfer[]
}

/** The logs of the asked hosts in no particular order; a host without a document is left out (bk-job B.2). */
export function* scriptLogs(step: StepInstance, asked: readonly Asked[], now: number): Generator<ScriptLog> {
  for (const index of inWireOrder(step, indexesIn(step.targets, asked))) {
    const object = step.targets.all[index]
    const content = step.scriptLog(index, now)
    if (object !== undefined && content !== undefined) yield { object, content }
  }
}

/**
 * The file logs of the asked hosts. The trap: when none of them belongs to the step, the filter of the log store
 * becomes empty and every host's logs come back (bk-job B.2).
 */
export function* transferLogs(
  step: StepInstance,
  asked: readonly Asked[],
  now: number,
): Generator<TransferLogs> {
  const { distribution, targets } = step
  if (distribution === null) return
  const hosts = involvedHosts(step, asked)
  for (const object of inWireOrder(step, hosts.length > 0 ? hosts : involvedHosts(step, null))) {
    const key = keyOf(object)
    const target = positionIn(targets, key)
    const source = positionIn(distribution.sources, key)
    const isLost = target < 0 || distribution.isCarriedOver(target)
    const downloads = isLost ? [] : distribution.downloads(target, now)
    const uploads = source < 0 ? [] : distribution.uploads(source, now)
    if (downloads.length + uploads.length === 0) continue
    yield { object, downloads: inWireOrder(step, downloads), uploads: inWireOrder(step, uploads) }
  }
}

function involvedHosts(step: StepInstance, asked: readonly Asked[] | null): readonly ExecuteObject[] {
  const sets = step.distribution === null ? [step.targets] : [step.targets, step.distribution.sources]
  const hosts = new Map<string, ExecuteObject>()
  for (const set of sets) {
    const found = asked === null ? set.all : indexesIn(set, asked).map((index) => set.all[index])
    for (const object of found) if (object !== undefined) hosts.set(objectKey(object), object)
  }
  return [...hosts.values()]
}

function objectKey(object: ExecuteObject): string {
  return object.type === 'host' ? `host ${object.hostId}` : `container ${object.id}`
}

function keyOf(object: ExecuteObject): Asked {
  return object.type === 'host'
    ? { by: 'host', key: String(object.hostId) }
    : { by: 'container', key: String(object.id) }
}

function positionIn(set: StepInstance['targets'], asked: Asked): number {
  return indexIn(set, asked)
}

// The log store groups by hash: neither hosts nor their transfers come in an order anybody chose (bk-job B.3).
function inWireOrder<T>(step: StepInstance, items: readonly T[]): readonly T[] {
  return step.keepsOrder ? items : shuffled(items, items.length)
}

/** A list that is null when it has no items, made item by item otherwise. */
export function listOrNull<T>(items: Iterable<T>, write: (item: T) => Json): Json {
  const iterator = items[Symbol.iterator]()
  const first = iterator.next()
  if (first.done) return null
  return function* () {
    let next: IteratorResult<T> = first
    while (!next.done) {
      yield write(next.value)
      next = iterator.next()
    }
  }
}
