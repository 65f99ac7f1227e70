import { afterEach, beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { type MountedViewer, mountViewer, numberedLines } from '../mounted-viewer.fixture.tsx'

/* The menu of copies names what a copy takes: all, what the mouse selected, the chosen lines, hidden ones counted. */

let mounted: MountedViewer | undefined
beforeEach(async () => {
  await page.viewport(1000, 700)
  localStorage.clear()
})
afterEach(() => mounted?.unmount())

const log = () => page.getByRole('log').element() as HTMLElement
const menu = () => page.getByRole('group', { name: 'Copy the log' })
const notice = () => page.getByRole('toolbar', { name: 'Log tools' }).getByRole('status')

async function show(selection: { first: number; last: number } | null = null): Promise<void> {
  mounted = mountViewer({ selection })
  await mounted.load(numberedLines(1000))
  await expect.element(page.getByText('text of 3', { exact: true })).toBeVisible()
}

async function openMenu(): Promise<void> {
  await userEvent.click(page.getByRole('button', { name: 'Copy the log' }))
}

test('all, although a line is chosen', async () => {
  await show({ first: 5, last: 5 })
  await openMenu()
  await expect.element(menu().getByText('1 selected line:')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  log().focus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await openMenu()
  await expect.element(menu().getByText('The whole log:')).toBeVisible()
  await userEvent.click(menu().getByRole('button', { name: 'Copy as text' }))
  await expect.element(notice()).toHaveTextContent('Copied 1,000 lines.')
})

test('what the mouse selected', async () => {
  await show()
  const text = (row: number) => log().querySelector(`[data-row="${row}"] .log-text`)?.firstChild ?? log()
  getSelection()?.setBaseAndExtent(text(1), 2, text(4), 3)
  await openMenu()
  await expect.element(menu().getByText('4 selected lines:')).toBeVisible()
  await userEvent.click(menu().getByRole('button', { name: 'Copy as text' }))
  await expect.element(notice()).toHaveTextContent('Copied 4 lines.')
})

test('chosen lines: none beyond the end, and what a filter leaves out of them is said', async () => {
  await show({ first: 990, last: 5000 })
  await openMenu()
  await expect.element(menu().getByText('11 selected lines:')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  log().focus()
  await userEvent.keyboard('/')
  await userEvent.fill(page.getByRole('searchbox', { name: 'Search' }), '5')
  await userEvent.click(page.getByRole('checkbox', { name: 'Matching lines only' }))
  await expect.element(page.getByText(/lines hidden: they do not match/)).toBeVisible()
  log().focus()
  await userEvent.keyboard('{Control>}c{/Control}')
  await expect
    .element(notice())
    .toHaveTextContent('Copied 1 line. Left out, since a filter or a fold hides them: 10 lines.')
})

test('a text that is no line number is said to be none, two numbers choose what is between them', async () => {
  await show()
  const field = page.getByRole('textbox', { name: 'Go to line' })
  await userEvent.fill(field, '-5')
  await userEvent.keyboard('{Enter}')
  await expect.element(notice()).toHaveTextContent('That is no line number.')
  await expect.element(field).toHaveFocus()
  await userEvent.fill(field, '998-1200')
  await userEvent.keyboard('{Enter}')
  await expect.poll(() => mounted?.state().selection).toMatchObject({ first: 998, last: 1000 })
  await expect.element(page.getByText('text of 1000', { exact: true })).toBeVisible()
  await expect.element(notice()).toHaveTextContent('')
})
