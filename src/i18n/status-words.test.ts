import { describe, expect, test } from 'vitest'
import { advice as enAdvice } from './en/advice.ts'
import type { Messages } from './en/index.ts'
import { en, zhCn } from './whole-language.fixture.ts'
import { advice as zhAdvice } from './zh-cn/advice.ts'

/* Every code of the reference tables (bk-job A.14 and, for 117, bk-nodeman D6; bk-nodeman A6), written down again. */
const codes = {
  runStatus: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  hostStatus: [
    0, 1, 2, 3, 5, 7, 9, 11, 12, 13, 15, 16, 17, 18, 101, 102, 103, 104, 117, 202, 203, 301, 303, 310, 311,
    312, 320, 321, 329, 399, 403, 404, 500,
  ],
  transferStatus: [0, 1, 2, 3, 4, 5],
  stepType: [1, 2, 3, 4],
  taskType: [0, 1, 2],
  launchMode: [1, 2, 3],
  nodeMan: [
    'PENDING',
    'RUNNING',
    'SUCCESS',
    'FAILED',
    'PART_FAILED',
    'TERMINATED',
    'REMOVED',
    'FILTERED',
    'IGNORED',
    'UNKNOWN',
  ],
} as const

/** What a step of a node-man host can be, beyond its status (bk-nodeman A6, A7). */
const stepStates = [
  'waiting',
  'running',
  'running-with-errors',
  'waiting-for-person',
  'succeeded',
  'failed',
  'stopped',
  'given-up',
  'not-reached',
  'cleaned-up',
  'waiting-or-cleaned-up',
  'unknown',
]

type Words = Readonly<Record<string, { readonly word: string; readonly meaning: string }>>

function tables({ status, nodeMan }: Messages): readonly (readonly [string, readonly unknown[], Words])[] {
  const ofStatus = Object.entries(codes).map(
    ([name, list]) => [name, list, status[name as keyof typeof codes]] as const,
  )
  return [...ofStatus, ['stepStates', stepStates, nodeMan.stepStates]]
}

describe.each([
  ['en', tables(en)],
  ['zh-CN', tables(zhCn)],
])('%s', (_, all) => {
  test.each(all)('%s: every code has a word and a meaning of its own', (_name, list, words) => {
    expect(Object.keys(words).toSorted()).toEqual(list.map(String).toSorted())
    const spoken = list.map((code) => words[String(code)])
    for (const one of spoken) {
      expect(one?.word).toMatch(/\S/)
      expect(one?.meaning).toMatch(/\S.*[.。]$/)
      expect(one?.meaning).not.toBe(one?.word)
    }
    expect(new Set(spoken.map((one) => one?.word)).size).toBe(list.length)
    expect(new Set(spoken.map((one) => one?.meaning)).size).toBe(list.length)
  })
})

/** Results that are no success and no waiting: somebody has to do something. */
const troubled = {
  runStatus: [4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  hostStatus: codes.hostStatus.filter((code) => ![5, 7, 9].includes(code)),
  transferStatus: [0, 5],
  nodeMan: ['FAILED', 'PART_FAILED', 'TERMINATED', 'REMOVED', 'FILTERED', 'IGNORED', 'UNKNOWN'],
  nodeManStep: stepStates.filter((state) => !['waiting', 'running', 'succeeded'].includes(state)),
}

test.each([
  ['en', enAdvice],
  ['zh-CN', zhAdvice],
])('%s: whatever went wrong has a next step', (_, advice) => {
  for (const [table, list] of Object.entries(troubled)) {
    const texts: Readonly<Record<string, string>> = advice[table as keyof typeof advice]
    expect(Object.keys(texts).toSorted(), table).toEqual(list.map(String).toSorted())
    for (const text of Object.values(texts)) expect(text).toMatch(/\S.*[.。]$/)
  }
})
