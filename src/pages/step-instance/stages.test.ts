import { expect, test } from 'vitest'
import { runWhole } from './slices.ts'
import { createStages } from './stages.ts'

test('a stage is done again only when something it is made from is another', () => {
  const stage = createStages()
  const made: string[] = []
  const run = (name: string, ...from: readonly unknown[]) =>
    runWhole(
      stage(name, from, function* make() {
        yield
        made.push(name)
        return from
      }),
    )
  const rows = [1]
  const first = run('order', rows, 'address')
  expect(run('order', rows, 'address')).toBe(first)
  run('groups', rows)
  run('order', rows, 'address')
  expect(made).toEqual(['order', 'groups'])
  run('order', [1], 'address')
  run('order', [1], 'duration')
  expect(made).toEqual(['order', 'groups', 'order', 'order'])
})
