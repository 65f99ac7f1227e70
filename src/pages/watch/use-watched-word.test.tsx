import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import type { Watched } from '#ui'
import { openPage } from '../open-page.fixture.ts'
import { useWatchedWord } from './use-watched-word.ts'

function say(status: Watched['status']): void {
  const Page = () => {
    const state = useWatchedWord()(status)
    return <p role="note">{state === null ? 'nothing' : `${state.tone}: ${state.word}`}</p>
  }
  openPage({ Page, route: '/', address: '/', answers: () => null })
}

// Codes that say something else in every other table: of hosts, of transfers, of tasks.
test.each<readonly [Watched['status'], string]>([
  [3, 'good: Success'],
  [4, 'bad: Failed'],
  [9, 'bad: Abnormal'],
  [7, 'idle: Waiting for confirmation'],
  ['PART_FAILED', 'bad: Partly failed'],
  ['PENDING', 'idle: Waiting'],
  [null, 'nothing'],
])('a watched execution in state %s is told as "%s"', async (status, told) => {
  say(status)
  await expect.element(page.getByRole('note')).toHaveTextContent(told)
})
