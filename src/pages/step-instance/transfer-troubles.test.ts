import { expect, test } from 'vitest'
import { problemOf } from './step-instance.fixture.ts'
import { gatherTroubles } from './transfer-troubles.ts'

test('chunks that failed alike are one trouble with all their hosts, others stand alone', () => {
  const first = problemOf('rate-limited', { requestId: 'a' })
  const again = problemOf('rate-limited', { requestId: 'b' })
  const other = problemOf('timeout')
  expect(
    gatherTroubles([
      { keys: ['1', '2'], problem: first },
      { keys: ['9'], problem: other },
      { keys: ['3'], problem: again },
    ]),
  ).toEqual([
    { keys: ['1', '2', '3'], problem: first },
    { keys: ['9'], problem: other },
  ])
})
