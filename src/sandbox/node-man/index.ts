import type { Backend } from '../call.ts'

export function createNodeManSandbox(_options: {
  readonly now: () => number
  readonly startedAt: number
}): Backend {
  return { handle: () => null }
}
