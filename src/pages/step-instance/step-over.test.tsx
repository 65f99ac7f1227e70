import { expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { HostHeading } from './host-heading.tsx'
import { rowOfResult } from './host-rows.ts'
import { mount } from './mount.fixture.ts'
import { PastAttempt } from './past-attempt.tsx'
import { resultOf } from './step-instance.fixture.ts'
import { TransferFacts } from './transfer-facts-line.tsx'
import { TransferOverview } from './transfer-overview.tsx'
import { rowOf, tableOf } from './transfer-rows.fixture.ts'
import { TransferTotals } from './transfer-totals-line.tsx'

test('of an earlier attempt the hosts stand with their results, and that its transfers are not kept', async () => {
  const rows = [resultOf(2, 303), resultOf(3, 9)].map(rowOfResult)
  mount(<PastAttempt rows={rows} title={{ parts: ['step'], tone: null }} />)
  await expect.element(page.getByText('1 host 303')).toBeVisible()
  await expect.element(page.getByText('The transfers of this attempt are not kept')).toBeVisible()
})

test('once the step has ended no transfer has a speed now', async () => {
  const table = tableOf([rowOf(2, { status: 3, speed: '1,024 KB/s' })])
  mount(<TransferTotals table={table} isOver onOpen={() => undefined} />)
  await expect.element(page.getByText('1 was under way when the step ended')).toBeVisible()
  await expect.element(page.getByText(/now/)).not.toBeInTheDocument()
})

test('once the step has ended the heading of a host does not say that it runs', async () => {
  const row = rowOfResult(resultOf(2, 7, { endedAt: null, durationMs: null, exitCode: null }))
  mount(<HostHeading row={row} isOver />)
  await expect.element(page.getByText('Was running when the step ended')).toBeVisible()
  expect(page.getByText('Running', { exact: true }).elements()).toHaveLength(0)
})

test('once the step has ended a transfer that was under way, or had not begun, is said to be left so', async () => {
  const rows = [rowOf(2, { status: 3 }), rowOf(3, { status: 1 }), rowOf(4)]
  mount(<TransferOverview rows={rows} isOver onChoose={() => undefined} />)
  await expect.element(page.getByRole('button', { name: '1 Left downloading' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: '1 Left waiting' })).toBeVisible()
  await expect.element(page.getByRole('button', { name: '1 Finished' })).toBeVisible()
})

test('once the step has ended the log of a transfer is not headed as one under way', async () => {
  mount(<TransferFacts row={rowOf(2, { status: 3 })} isOver />)
  await expect
    .element(page.getByTitle('It was under way when the step ended.'))
    .toHaveTextContent('Left downloading')
})
