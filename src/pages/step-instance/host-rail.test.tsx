import { useState } from 'react'
import { expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { HostRail } from './host-rail.tsx'
import { type HostRow, orderByAttention, rowOfResult } from './host-rows.ts'
import { type LogFacts, noLogFacts } from './log-facts.ts'
import { mount } from './mount.fixture.ts'
import { type RailView, readRail } from './rail-url.ts'
import { resultOf } from './step-instance.fixture.ts'

const failedIds = new Set([137, 611, 1388])
const fleetOf = (count: number) =>
  orderByAttention(
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
  const [view, setView] = useState<RailView>({ ...readRail(''), ...initial })
  const [openedKey, setOpenedKey] = useState(rows[0]?.key ?? null)
  return (
    <HostRail
      rows={rows}
      openedKey={openedKey}
      view={view}
      onView={(change) => setView((before) => ({ ...before, ...change }))}
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

test('hundreds of kinds of failure leave room for the hosts', async () => {
  const rows = Array.from({ length: 300 }, (_, index) => rowOfResult(resultOf(index + 1, 1000 + index)))
  mount(<Rail rows={orderByAttention(rows)} />)
  const chips = page.getByRole('group', { name: 'Filter hosts by status' })
  await expect.element(chips.getByRole('button', { name: /1299/ })).toBeInTheDocument()
  expect(chips.element().clientHeight).toBeLessThan(200)
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
