import { useState } from 'react'
import { expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HeldRoom } from './held-room.tsx'
import { openPage } from './open-page.fixture.ts'

/** A room with as many lines as are asked for, and what is read below it. */
function Stage() {
  const [lines, setLines] = useState(1)
  return (
    <>
      <HeldRoom held>
        {Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines that are all alike
          <p key={line} style={{ height: 20, margin: 0 }}>
            <a href={`/${line}`}>line {line}</a>
          </p>
        ))}
      </HeldRoom>
      <p>read</p>
      {[0, 1, 4].map((count) => (
        <button key={count} type="button" onClick={() => setLines(count)}>
          {count} lines
        </button>
      ))}
    </>
  )
}

const show = () => openPage({ Page: Stage, route: '/', address: '/', answers: () => ({}) })
const put = (count: number) => page.getByRole('button', { name: `${count} lines` }).click()
const topOfRead = () => page.getByText('read').element().getBoundingClientRect().top
const more = page.getByRole('button', { name: 'Show what is new' })

test('what grows and shrinks above it moves nothing; what does not fit is there at a press', async () => {
  show()
  await expect.element(page.getByText('line 0')).toBeVisible()
  const before = topOfRead()
  await put(4)
  await expect.element(more).toBeVisible()
  expect(topOfRead()).toBe(before)
  await more.click()
  await expect.element(more).not.toBeInTheDocument()
  expect(topOfRead()).toBe(before + 60)
  await put(0)
  await expect.element(page.getByText('line 0')).not.toBeInTheDocument()
  expect(topOfRead()).toBe(before + 60)
})

test('keys that come to what does not fit bring it into sight', async () => {
  show()
  await put(4)
  await expect.element(more).toBeVisible()
  const before = topOfRead()
  page.getByText('line 0').element().focus()
  await userEvent.tab()
  expect(document.activeElement?.textContent).toBe('line 1')
  await expect.element(more).not.toBeInTheDocument()
  expect(topOfRead()).toBe(before + 60)
})
