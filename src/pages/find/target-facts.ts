import type { FindMessages } from '#i18n'
import { readHostList } from '../host-list.ts'
import type { Target } from './target.ts'

/** One part of a link beyond the ids, in words. */
export interface TargetFact {
  readonly label: string
  readonly value: string
}

const longestValue = 80

/**
 * What else a link names: host, attempt, batch, lines, a search, filters. Said before it is opened, so that a link
 * copied half is noticed in time.
 */
export function targetFacts(target: Target, find: FindMessages): readonly TargetFact[] {
  const query = new URLSearchParams(target.query)
  const { facts: words } = find
  const facts: TargetFact[] = []
  const add = (label: string, value: string | null) => {
    if (value !== null && value !== '') facts.push({ label, value: shorten(value) })
  }
  add(words.host, query.get('host') ?? query.get('ip'))
  add(words.hosts, hostsOf(query.get('hosts') ?? '', find))
  add(words.attempt, attemptOf(query.get('executeCount')))
  add(words.batch, batchOf(query.get('batch'), find))
  add(words.line, query.get('line')?.replace('-', '–') ?? null)
  add(words.search, query.get('find'))
  // Hosts that are asked for are the ones shown, too: said once.
  const filter = query.get('filter')
  add(words.filter, (filter === query.get('hosts') ? null : filter) ?? query.get('q') ?? query.get('name'))
  return facts
}

/** How many, since not all of them are written out. */
function hostsOf(text: string, find: FindMessages): string {
  const { length } = readHostList(text).keys
  return length < 2 ? text : `${find.hosts(length)} · ${text}`
}

/** The platform counts attempts from 0 (bk-job C.6), people from 1. */
function attemptOf(executeCount: string | null): string | null {
  return executeCount !== null && /^\d{1,4}$/.test(executeCount) ? `${Number(executeCount) + 1}` : null
}

/** 0 is all batches (bk-job A.8). */
function batchOf(batch: string | null, find: FindMessages): string | null {
  return batch === '0' ? find.allBatches : batch
}

function shorten(value: string): string {
  return value.length > longestValue ? `${value.slice(0, longestValue)}…` : value
}
