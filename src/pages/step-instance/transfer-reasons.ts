import { isResultFailed, isResultFinished, isTransferFailed } from '#contract'
import type { HostRow } from './host-rows.ts'
import { eachInSlices, type SlicedWork } from './slices.ts'
import type { TransferRow } from './transfer-row.ts'

/** Failed transfers, and failed hosts, that failed alike. */
export interface FailureReason {
  /** Names the reason in the query; the same at every visit as long as the logs say the same. */
  readonly key: string
  /** Names it among those shown: the same before and after its hosts have ended and have a code. */
  readonly place: string
  /** The host's result code (bk-job A.14); null where it is none, or not a failure. */
  readonly code: number | null
  /** What the logs say: word for word where all say the same, else with `…` for what differs; `''` when they say nothing. */
  readonly message: string
  readonly transfers: number
  /** Hosts with at least one such transfer, by key, in the order they were met, with their addresses. */
  readonly hosts: ReadonlyMap<string, string>
}

/** All reasons, worst first. */
export interface FailureReasons {
  readonly reasons: readonly FailureReason[]
  /** By row key; a row whose log has not been read is not there. */
  readonly reasonKeys: ReadonlyMap<string, string>
  /** Failed transfers whose log has not been read yet. */
  readonly unread: number
}

/** Nothing failed. */
export const noReasons: FailureReasons = { reasons: [], reasonKeys: new Map(), unread: 0 }

interface Gathered extends FailureReason {
  place: string
  readonly masked: string
  message: string
  transfers: number
  readonly hosts: Map<string, string>
}

/**
 * Gathers failures by the host's result code and what the logs' last lines say. Hosts that failed before any transfer
 * of theirs began are there too, with no transfers: nobody else on this page would name them.
 *
 * @param rows failed ones first, as a table has them
 * @param messageOf last message of a row, undefined until it has been read
 */
export function* gatherReasons(
  rows: readonly TransferRow[],
  hosts: readonly HostRow[],
  messageOf: (row: TransferRow) => string | undefined,
): SlicedWork<FailureReasons> {
  const failedHosts = new Map<string, HostRow>()
  const unfinished = new Set<string>()
  yield* eachInSlices(hosts, (host) => {
    if (host.status === null) return
    if (isResultFailed(host.status)) failedHosts.set(host.key, host)
    else if (!isResultFinished(host.status)) unfinished.add(host.key)
  })
  const gathered = new Map<string, Gathered>()
  const reasonKeys = new Map<string, string>()
  const explained = new Set<string>()
  let unread = 0
  // A host that is still at it has no code yet: it is told with those that say the same and have one.
  const early: (readonly [TransferRow, string])[] = []
  const gather = (reason: Gathered, row: TransferRow, message: string) => {
    addTo(reason, row, message)
    reasonKeys.set(row.key, reason.key)
  }
  yield* eachInSlices(failedOf(rows), (row) => {
    explained.add(row.hostKey)
    const message = messageOf(row)
    if (message === undefined) {
      unread += 1
      return
    }
    if (unfinished.has(row.hostKey)) {
      early.push([row, message])
      return
    }
    const code = failedHosts.get(row.hostKey)?.status ?? null
    gather(openReason(gathered, code, maskMessage(message, row)), row, message)
  })
  const coded = codedOf(gathered)
  yield* eachInSlices(early, ([row, message]) => {
    const masked = maskMessage(message, row)
    const known = masked === '' ? null : coded.get(masked)
    gather(known ?? openReason(gathered, null, masked), row, message)
  })
  for (const host of failedHosts.values()) {
    if (explained.has(host.key)) continue
    openReason(gathered, host.status, '').hosts.set(host.key, host.address)
  }
  const places = new Set<string>()
  for (const one of gathered.values()) {
    if (one.masked === '' || places.has(one.masked)) continue
    places.add(one.masked)
    one.place = one.masked
  }
  const reasons = [...gathered.values()].sort(
    (a, b) => b.transfers - a.transfers || b.hosts.size - a.hosts.size,
  )
  return { reasons, reasonKeys, unread }
}

/** By what they say, the reasons with a code; `null` where several codes say the same. */
function codedOf(gathered: ReadonlyMap<string, Gathered>): ReadonlyMap<string, Gathered | null> {
  const coded = new Map<string, Gathered | null>()
  for (const one of gathered.values()) {
    if (one.code !== null) coded.set(one.masked, coded.has(one.masked) ? null : one)
  }
  return coded
}

function addTo(reason: Gathered, row: TransferRow, message: string): void {
  const said = message.slice(0, longestMasked)
  if (reason.transfers === 0) reason.message = said
  else if (reason.message !== said) reason.message = reason.masked
  reason.transfers += 1
  reason.hosts.set(row.hostKey, hostAddress(row))
}

/**
 * The key of the reason that is asked for. One that was chosen while its hosts had no code is found by its words once
 * they have one.
 */
export function knownReason(reasons: readonly FailureReason[], asked: string): string {
  if (!asked.startsWith(':') || reasons.some(({ key }) => key === asked)) return asked
  return reasons.find(({ code, key }) => code !== null && key === `${code}${asked}`)?.key ?? asked
}

/** They stand first. */
function failedOf(rows: readonly TransferRow[]): readonly TransferRow[] {
  const end = rows.findIndex((row) => !isTransferFailed(row.status))
  return end === -1 ? rows : rows.slice(0, end)
}

function hostAddress(row: TransferRow): string {
  return (row.direction === 'upload' ? row.sourceHost : row.destinationHost) || row.hostKey
}

function openReason(gathered: Map<string, Gathered>, code: number | null, message: string): Gathered {
  const key = `${code ?? ''}:${message}`.slice(0, 400)
  const known = gathered.get(key)
  if (known !== undefined) return known
  const made: Gathered = { key, place: key, code, masked: message, message, transfers: 0, hosts: new Map() }
  gathered.set(key, made)
  return made
}

const longestMasked = 160

/** The name of another file than the transfer's own, which may hold blanks and colons: up to what is said of it. */
const missingFile =
  /\b(file|directory|dir)\s+(?:[a-z]:)?[\\/].{0,300}?(?=\s+(?:does not exist|not exist|not found|no such)|$)/gi

/**
 * A message without what naturally differs between transfers: its own paths and hosts, other paths and addresses,
 * ids, numbers. Two messages that mask alike mean the same.
 */
export function maskMessage(message: string, row: TransferRow): string {
  const own = [row.destinationPath, row.sourcePath, row.destinationHost, row.sourceHost]
  // The longest first: a directory is the beginning of the files in it.
  const names = own.filter((name) => name.length > 1).sort((a, b) => b.length - a.length)
  const masked = names.reduce((text, name) => text.replaceAll(name, '…'), message)
  return masked
    .replace(missingFile, '$1 …')
    .replace(/(?:[a-z]:)?(?:[\\/][^\s\\/'",;:()[\]]+){2,}[\\/]?/gi, '…')
    .replace(/\b(?:\d{1,3}\.){3}\d{1,3}\b|\b[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){3,}\b/gi, '…')
    .replace(/\b[0-9a-f]{8}-[0-9a-f-]{27}\b|\b(?=[0-9a-f]*\d)[0-9a-f]{8,}\b/gi, '…')
    .replace(/\d+/g, '#')
    .slice(0, longestMasked)
}
