import type { StepPartQuery } from '#contract'

/*
 * Attempt and batch in the page's query, named as the job platform's own pages name them: `executeCount`, 0 for the
 * first attempt (its notifications write `retryCount` for the same), and `batch` from 1, 0 for all (bk-job C.6).
 */

/** Never throws; what cannot be understood is as if it were not there. */
export function readPart(search: string): StepPartQuery {
  const query = new URLSearchParams(search)
  const executeCount = readNumber(query.get('executeCount')) ?? readNumber(query.get('retryCount'))
  const batch = readNumber(query.get('batch'))
  return {
    ...(executeCount === null ? {} : { executeCount }),
    ...(batch === null || batch === 0 ? {} : { batch }),
  }
}

/** The query of the same view, of the whole step. */
export function withoutPart(search: string): string {
  const query = new URLSearchParams(search)
  for (const name of ['executeCount', 'retryCount', 'batch']) query.delete(name)
  const written = query.toString()
  return written === '' ? '' : `?${written}`
}

function readNumber(text: string | null): number | null {
  return text !== null && /^\d{1,4}$/.test(text) ? Number(text) : null
}
