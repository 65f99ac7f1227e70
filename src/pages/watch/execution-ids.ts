import { executionKey } from '#api'

/**
 * Ids in an in-app path, outermost first: `'20000000001 / 20000000102'` of a step instance. Two runs of one plan have
 * the same names; only these tell them apart.
 */
export function executionIds(path: string): string {
  const [kind, ...ids] = executionKey(path) ?? []
  return (kind === 'node-man-job' ? ids : ids.slice(2)).join(' / ')
}
