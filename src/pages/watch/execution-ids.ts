import { executionKey } from '#api'
import type { Watched } from '#ui'

/**
 * Ids in an in-app path, outermost first: `'20000000001 / 20000000102'` of a step instance. Two runs of one plan have
 * the same names; only these tell them apart. What the title of its page says already is left out.
 */
export function executionIds({ to, title }: Pick<Watched, 'to' | 'title'>): string {
  const [kind, ...ids] = executionKey(to) ?? []
  const said = new Set(title.match(/\d+/g))
  return (kind === 'node-man-job' ? ids : ids.slice(2)).filter((id) => !said.has(id)).join(' / ')
}
