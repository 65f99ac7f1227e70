import type { StepInstanceView } from './url.ts'

/*
 * What the query says about a file step beyond the fields every step has (url.ts). All of them are texts, `''` for
 * none, so that they are written by the same change of the query as the others.
 */

/** What transfers can be gathered by. */
export const transferGroupings = ['destination', 'source', 'file'] as const
export type TransferGrouping = (typeof transferGroupings)[number]

/** The file step's own part of the query. */
export interface TransferChoice {
  readonly group: TransferGrouping | ''
  /** `overview`: sources against destinations instead of the table. */
  readonly show: 'overview' | ''
  /** Execute object key of the source, or of the destination, that alone is shown. */
  readonly from: string
  readonly to: string
  /** The source path that alone is shown. */
  readonly file: string
  /** Key of the failure reason that alone is shown (transfer-reasons.ts). */
  readonly reason: string
}

/** Any field of a file step's query. */
export type FileStepChange = Partial<StepInstanceView> & Partial<TransferChoice>

/** Nothing chosen. */
export const noTransferChoice: TransferChoice = {
  group: '',
  show: '',
  from: '',
  to: '',
  file: '',
  reason: '',
}

/** Reads the query. Never throws; what cannot be understood is as if it were not there. */
export function readTransferChoice(search: string): TransferChoice {
  const query = new URLSearchParams(search)
  const text = (name: string, longest: number) => {
    const value = query.get(name) ?? ''
    return value.length > longest ? '' : value
  }
  return {
    group: transferGroupings.find((grouping) => grouping === query.get('group')) ?? '',
    show: query.get('show') === 'overview' ? 'overview' : '',
    from: text('from', 200),
    to: text('to', 200),
    file: text('file', 4000),
    reason: text('reason', 400),
  }
}
