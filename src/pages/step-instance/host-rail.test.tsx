import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HostRail } from './host-rail.tsx'
import { type HostRow, orderByAttention, rowOfResult } from './host-rows.ts'
import { type LogFacts, noLogFacts } from './log-facts.ts'
import { mount } from './mount.fixture.ts'
import { runWhole } from './slices.ts'
import { resultOf } from './step-instance.fixture.ts'
import { type RailView, readQuery } from './url.ts'

beforeEach(() => page.viewport(1280, 800))

const ordered = (rows: readonly HostRow[]) => runWhole(orderByAttention(rows))
const failedIds = new Set([137, 611, 1388])
const fleetOf = (count: number) =>
  ordered(
    Array.from({ length: count }, (_, index) =>
      rowOfResult(resultOf(index + 1, failedIds.has(index + 1) ? 104 : 9)),
    ),
  )

interface RailProps {
  readonly rows: readonly HostRow[]
  readonly onEnter?: () => void
  readonly initial?: Partial<RailView>
  readonly facts?: LogFacts
}

/** The rail with the state a page would keep for it. */
function Rail({ rows, onEnter = () => undefined, initial = {}, facts = noLogFacts }: RailProps) {
  const [view, setView] = useState<RailView>({ ...readQuery('').rail, ...initial })
  const [openedKey, setOpenedKey] = useState(rows[0]?.key ?? null)
  return (
    <HostRail
      rows={rows}
      openedKey={openedKey}
      query={{
        view,
        onChange: (change) => setView((before) => ({ ...before, ...change })),
        isFilterInLink: true,
      }}
      facts={facts}
      onOpen={(row) => setOpenedKey(row.key)}
      onEnter={onEnter}
      fileName="step-200-hosts"
    />
  )
}

const options = page.getByRole('listbox', { name: 'Hosts' }).getByRole('option')
const filter = page.getByRole('searchbox', { name: 'Filter hosts by address' })

test('totals stand as text, failed hosts on top, each with status, exit code and duration', async () => {
  mount(<Rail rows={fleetOf(2000)} />)
  await expect.element(page.getByText('2,000 hosts · 3 failed · 1,997 succeeded')).toBeVisible()
  await expect.element(options.nth(0)).toHaveAccessibleName('10.0.0.137, Non-zero exit code, exit 1, 1 s')
  await expect.element(options.nth(2)).toHaveAccessibleName('10.0.5.108, Non-zero exit code, exit 1, 1 s')
  await expect.element(options.nth(3)).toHaveAccessibleName('10.0.0.1, Success, exit 0, 1 s')
})

test('from the filter the down key opens the first host it left, and the keys go on there', async () => {
  mount(<Rail rows={fleetOf(2000)} />)
  await filter.fill('10.0.3.1')
  await expect.element(options.nth(0)).toHaveAccessibleName(/^10\.0\.3\.1,/)
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(options.nth(0)).toHaveAttribute('aria-current', 'true')
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(options.nth(1)).toHaveAttribute('aria-current', 'true')
})

test('the frame that scrolls has the hosts it scrolls to', async () => {
  mount(<Rail rows={fleetOf(2000)} />)
  await expect.element(options.nth(0)).toBeVisible()
  const list = page.getByRole('listbox', { name: 'Hosts' }).element()
  const lowest = () => {
    const { left, bottom } = list.getBoundingClientRect()
    const at = document.elementFromPoint(left + 60, bottom - 20)
    return at?.closest('[role="option"]')?.textContent ?? 'blank'
  }
  // The list gets its height once what stands above it has its own.
  await expect.poll(lowest).toContain('10.0.')
  for (const top of [4000, 60_000, 0]) {
    list.scrollTop = top
    // Frames' own callbacks are called after those of the scroll, with nothing between: what is not there is painted blank.
    await new Promise(requestAnimationFrame)
    expect(lowest()).toContain('10.0.')
  }
})

test('hundreds of kinds of failure leave room for the hosts', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => rowOfResult(resultOf(index + 1, 1000 + index)))
  mount(<Rail rows={ordered(rows)} />)
  const chips = page.getByRole('group', { name: 'Filter hosts by status' })
  await expect.element(chips.getByRole('button', { name: /1299/ })).toBeInTheDocument()
  // One line, so that hosts are seen; the last chip is come to by a click on the others' button, or by the keys.
  expect(chips.element().clientHeight).toBeLessThan(40)
  const last = chips.getByRole('button', { name: /1299/ }).element() as HTMLElement
  const isSeen = () => {
    const { top, bottom } = last.getBoundingClientRect()
    const within = chips.element().getBoundingClientRect()
    return top >= within.top - 1 && bottom <= within.bottom + 1
  }
  expect(isSeen()).toBe(false)
  last.focus()
  expect(isSeen()).toBe(true)
  last.blur()
  expect(isSeen()).toBe(false)
  last.click()
  await expect.poll(isSeen).toBe(true)
  const others = page.getByRole('button', { name: /^Filter hosts by status \+\d+$/ })
  await others.click()
  await expect.element(others).toHaveAttribute('aria-expanded', 'true')
  expect(chips.element().clientHeight).toBeGreaterThan(60)
})

test('a text field filters 50,000 hosts by address, and says how many are shown', async () => {
  mount(<Rail rows={fleetOf(50_000)} />)
  await filter.fill('10.0.195.80, 0:10.0.0.137')
  await expect.element(page.getByText('2 of 50,000 hosts')).toBeVisible()
  await expect.element(options.nth(1)).toHaveAccessibleName(/^10\.0\.195\.80,/)
  expect(options.all()).toHaveLength(2)
})

test('what is typed while the filter is applied is not lost', async () => {
  mount(<Rail rows={fleetOf(300)} />)
  await userEvent.type(filter, '10.0.0.2')
  await expect.element(page.getByText(/of 300 hosts/)).toBeVisible()
  await userEvent.type(filter, '44')
  await expect.element(page.getByText('1 of 300 hosts')).toBeVisible()
  await expect.element(filter).toHaveValue('10.0.0.244')
})

test('a status button filters, and pressing it again shows all', async () => {
  mount(<Rail rows={fleetOf(200)} />)
  const button = page.getByRole('button', { name: 'Non-zero exit code 1' })
  await button.click()
  await expect.element(button).toHaveAttribute('aria-pressed', 'true')
  expect(options.all()).toHaveLength(1)
  await button.click()
  await expect.element(button).toHaveAttribute('aria-pressed', 'false')
  expect(options.all().length).toBeGreaterThan(1)
})

test('nothing found is said, with a way back', async () => {
  mount(<Rail rows={fleetOf(200)} />)
  await filter.fill('nowhere')
  await expect.element(page.getByText('No host matches this filter')).toBeVisible()
  expect(page.getByRole('button', { name: /^Copy 0/ }).all()).toHaveLength(0)
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect.element(options.nth(0)).toBeVisible()
})

test('arrows choose the next host, Enter and → go into the log', async () => {
  const handleEnter = vi.fn()
  mount(<Rail rows={fleetOf(200)} onEnter={handleEnter} />)
  await expect.element(options.nth(0)).toHaveAttribute('aria-selected', 'true')
  document.querySelector<HTMLElement>('[role="listbox"]')?.focus()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(options.nth(1)).toHaveAttribute('aria-selected', 'true')
  expect(handleEnter).not.toHaveBeenCalled()
  await userEvent.keyboard('{Enter}{ArrowRight}')
  expect(handleEnter).toHaveBeenCalledTimes(2)
})

test('the addresses shown, and only those, are copied', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  mount(<Rail rows={fleetOf(700)} />)
  await page.getByRole('button', { name: 'Non-zero exit code 2' }).click()
  await page.getByRole('button', { name: 'Copy 2 addresses' }).click()
  expect(write).toHaveBeenCalledWith('10.0.0.137\n10.0.2.99')
  write.mockRestore()
})

const listbox = () => document.querySelector<HTMLElement>('[role="listbox"]')
const selectedNames = () =>
  options.all().flatMap((one) => (one.element().ariaSelected === 'true' ? one.element().ariaLabel : []))
const topOf = (name: RegExp) => {
  const found = options.all().find((one) => name.test(one.element().ariaLabel ?? ''))
  return found?.element().getBoundingClientRect().top
}

test('several hosts are chosen with Ctrl, Shift and Space, while the open one stays open', async () => {
  mount(<Rail rows={fleetOf(200)} />)
  await expect.element(options.nth(0)).toHaveAttribute('aria-current', 'true')
  await options.nth(2).click({ modifiers: ['Control'] })
  await options.nth(4).click({ modifiers: ['Shift'] })
  await expect.element(page.getByText('200 of 200 hosts · 3 selected')).toBeVisible()
  listbox()?.focus()
  await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}')
  await expect.element(page.getByText(/4 selected/)).toBeVisible()
  await userEvent.keyboard(' ')
  await expect.element(page.getByText(/3 selected/)).toBeVisible()
  await expect.element(options.nth(0)).toHaveAttribute('aria-current', 'true')
  expect(selectedNames()).toHaveLength(3)
  await userEvent.keyboard('{Escape}')
  await expect.element(options.nth(0)).toHaveAttribute('aria-selected', 'true')
})

test('a selection is copied, also what a filter hides now', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  mount(<Rail rows={fleetOf(700)} />)
  await options.nth(0).click({ modifiers: ['Control'] })
  await options.nth(1).click({ modifiers: ['Control'] })
  await filter.fill('10.0.0.7')
  await expect.element(page.getByText(/of 700 hosts · 2 selected/)).toBeVisible()
  await page.getByRole('button', { name: 'Copy or export' }).click()
  await page.getByRole('button', { name: /^Copy as Cloud area:IP \(2\)/ }).click()
  await expect.element(page.getByText('2 hosts copied')).toBeVisible()
  expect(write).toHaveBeenCalledWith('0:10.0.0.137\n0:10.0.2.99')
  write.mockRestore()
})

test('groups of result and tag fold away, and are copied folded', async () => {
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue()
  const rows = [1, 2, 3, 4, 5].map((n) => rowOfResult(resultOf(n, 9, { tag: n > 2 ? 'ready' : 'skipped' })))
  mount(<Rail rows={rows} initial={{ grouped: true }} />)
  await expect.element(options.nth(0)).toHaveAccessibleName('Group Success [ready], 3 hosts, expanded')
  await options.nth(0).click()
  await expect.element(options.nth(0)).toHaveAccessibleName(/collapsed$/)
  await expect.element(options.nth(1)).toHaveAccessibleName('Group Success [skipped], 2 hosts, expanded')
  await page.getByRole('button', { name: 'Copy or export' }).click()
  await page.getByRole('combobox', { name: 'Hosts' }).selectOptions('Group Success [ready] (3)')
  await page.getByRole('button', { name: /^Copy as Folded/ }).click()
  await expect.element(page.getByText('3 hosts copied in 1 line')).toBeVisible()
  expect(write).toHaveBeenCalledWith('10.0.0.[3-5]')
  write.mockRestore()
})

test('a host that is open and hidden by the filters is named, with a way back to it', async () => {
  mount(<Rail rows={fleetOf(700)} />)
  await filter.fill('10.0.2')
  const said = page.getByText('10.0.0.137, whose log is open, is hidden by the filters.')
  await expect.element(said).toBeVisible()
  await page.getByRole('button', { name: 'Show it' }).click()
  await expect.element(said).not.toBeInTheDocument()
  await expect.element(page.getByText('700 of 700 hosts')).toBeVisible()
})

test('filters in force are chips; taking one away shows more', async () => {
  mount(<Rail rows={fleetOf(700)} initial={{ exit: 1, status: 'failed', filter: '10.0.2' }} />)
  await expect.element(page.getByText('1 of 700 hosts')).toBeVisible()
  await page.getByRole('button', { name: 'Remove the filter Address: 10.0.2' }).click()
  await expect.element(page.getByText('2 of 700 hosts')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect.element(page.getByText('700 of 700 hosts')).toBeVisible()
})

test('the slowest on top, at the choice of an order', async () => {
  const rows = [10, 30, 20].map((durationMs, n) =>
    rowOfResult(resultOf(n + 1, 9, { durationMs: durationMs * 1000 })),
  )
  mount(<Rail rows={rows} />)
  await page.getByRole('button', { name: /^Sort: Failures first/ }).click()
  await page.getByRole('radio', { name: 'Duration' }).click()
  await expect.element(options.nth(0)).toHaveAccessibleName(/^10\.0\.0\.2,.* 30 s$/)
  await expect.element(options.nth(2)).toHaveAccessibleName(/^10\.0\.0\.1,.* 10 s$/)
})

test('keys of the page open the next host and the next failed one', async () => {
  mount(<Rail rows={fleetOf(700)} />)
  await expect.element(options.nth(0)).toHaveAttribute('aria-current', 'true')
  await userEvent.keyboard(']')
  await expect.element(options.nth(1)).toHaveAttribute('aria-current', 'true')
  await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}')
  await expect.element(options.nth(2)).toHaveAttribute('aria-current', 'true')
  await userEvent.keyboard('[[[[')
  await expect.element(options.nth(0)).toHaveAttribute('aria-current', 'true')
})

test('what runs longer than nearly all others, or is silent, says so', async () => {
  const now = Date.now()
  const startedAt = now - 600_000
  const running = rowOfResult(resultOf(7, 7, { startedAt, endedAt: null, durationMs: null, exitCode: null }))
  const done = [1, 2, 3, 4, 5].map((n) => rowOfResult(resultOf(n, 9)))
  const facts: LogFacts = new Map([['7', { state: 'here', bytes: 9, askedAt: now, grewAt: now - 120_000 }]])
  mount(<Rail rows={[running, ...done]} facts={facts} />)
  await expect.element(options.nth(0)).toHaveTextContent(/silent for 2 min · slow/)
  await expect
    .element(options.nth(0))
    .toHaveAccessibleName(/running for 10 min.*, longer than 95 % .* no output for 2 min/)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: /^Slower than 95 % of the finished \(1\)/ }).click()
  await expect.element(page.getByText('1 of 6 hosts')).toBeVisible()
})

/** Results renewed by `renew`, as polling does. */
function Live({ first, later }: { readonly first: readonly HostRow[]; readonly later: readonly HostRow[] }) {
  const [rows, setRows] = useState(first)
  return (
    <>
      <button type="button" onClick={() => setRows(later)}>
        renew
      </button>
      <Rail rows={rows} />
    </>
  )
}
const runningFleet = (failed: readonly number[], count = 300) =>
  ordered(
    Array.from({ length: count }, (_, index) =>
      rowOfResult(resultOf(index + 1, failed.includes(index + 1) ? 104 : 5, { durationMs: null })),
    ),
  )

test('results that come in move neither scroll, nor focus, nor selection', async () => {
  const later = runningFleet([...Array.from({ length: 40 }, (_, n) => n + 100), 21])
  mount(<Live first={runningFleet([])} later={later} />)
  await options.nth(0).click()
  listbox()?.focus()
  await userEvent.keyboard('{PageDown}{ArrowDown}{ArrowDown} {Shift>}{ArrowDown}{/Shift}')
  await expect.element(page.getByText(/2 selected/)).toBeVisible()
  const active = () =>
    document.querySelector('[role="option"][data-active]')?.getAttribute('aria-label') ?? ''
  const held = new RegExp(`^${active().split(',')[0]?.replaceAll('.', '\\.')},`)
  const topBefore = topOf(held)
  const chosenBefore = selectedNames()
  document.querySelector<HTMLElement>('button')?.click()
  await expect.element(page.getByText(/300 hosts · 41 failed/)).toBeVisible()
  expect(active()).toMatch(held)
  expect(topOf(held)).toBe(topBefore)
  expect(selectedNames()).toEqual(chosenBefore)
  expect(document.activeElement).toBe(listbox())
})

test('the open host keeps its place though it goes to the very top, or the list gets short', async () => {
  mount(<Live first={runningFleet([], 30)} later={runningFleet([4], 30)} />)
  await options.nth(3).click()
  const topBefore = topOf(/^10\.0\.0\.4,/)
  document.querySelector<HTMLElement>('button')?.click()
  await expect.element(page.getByText(/30 hosts · 1 failed/)).toBeVisible()
  expect(topOf(/^10\.0\.0\.4, Non-zero/)).toBe(topBefore)
})
