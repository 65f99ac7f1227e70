import type { SlicedWork } from './slices.ts'

/** Does the work of a stage, unless everything it is made from is the same as the last time. */
export type Stage = <Made>(
  name: string,
  from: readonly unknown[],
  work: () => SlicedWork<Made>,
) => SlicedWork<Made>

/** Remembers what each stage of a work has made; stages are told apart by name. */
export function createStages(): Stage {
  const kept = new Map<string, { readonly from: readonly unknown[]; readonly made: unknown }>()
  return function* stage<Made>(
    name: string,
    from: readonly unknown[],
    work: () => SlicedWork<Made>,
  ): SlicedWork<Made> {
    const before = kept.get(name)
    if (before?.from.every((one, index) => Object.is(one, from[index]))) return before.made as Made
    const made = yield* work()
    kept.set(name, { from, made })
    return made
  }
}
