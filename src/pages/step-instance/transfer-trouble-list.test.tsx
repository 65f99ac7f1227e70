import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { rowOfResult } from './host-rows.ts'
import { mount } from './mount.fixture.ts'
import { problemOf, resultOf } from './step-instance.fixture.ts'
import { TransferTroubles } from './transfer-trouble-list.tsx'

const hosts = [1, 2, 3, 4].map((n) => rowOfResult(resultOf(n, 9)))

test('failed calls are counted with their request id, and a retry asks for just those hosts', async () => {
  const retry = vi.fn()
  const failures = [
    { keys: ['1', '2'], problem: problemOf('rate-limited') },
    { keys: ['3'], problem: problemOf('rate-limited') },
  ]
  mount(
    <TransferTroubles
      failures={failures}
      missing={{ keys: [], elsewhere: [] }}
      hosts={hosts}
      settled
      onRetry={retry}
    />,
  )
  const panel = page.getByRole('status').filter({ hasText: 'Too many requests' })
  await expect.element(panel).toHaveTextContent('The transfers of 3 hosts could not be loaded')
  await expect.element(panel).toHaveTextContent('request-1')
  await panel.getByRole('button', { name: 'Try again' }).click()
  expect(retry).toHaveBeenCalledWith(['1', '2', '3'])
})

test('hosts without transfers are counted, and can be asked for again', async () => {
  const retry = vi.fn()
  mount(
    <TransferTroubles
      failures={[]}
      missing={{ keys: ['4'], elsewhere: ['3:10.0.0.4'] }}
      hosts={hosts}
      settled
      onRetry={retry}
    />,
  )
  await expect
    .element(page.getByText(/^1 host has no transfers/))
    .toHaveTextContent(/another host.*3:10\.0\.0\.4/)
  await page.getByRole('button', { name: 'Ask for these again' }).click()
  expect(retry).toHaveBeenCalledWith(['4'])
})

test('while the step runs, hosts without transfers are nothing odd: the totals tell how many', async () => {
  mount(
    <>
      <p>shown</p>
      <TransferTroubles
        failures={[]}
        missing={{ keys: ['4'], elsewhere: [] }}
        hosts={hosts}
        settled
        live
        onRetry={() => undefined}
      />
    </>,
  )
  await expect.element(page.getByText('shown')).toBeVisible()
  expect(page.getByRole('status').all()).toHaveLength(0)
})

test('while loading, a host not there yet is not called missing', async () => {
  mount(
    <>
      <p>shown</p>
      <TransferTroubles
        failures={[]}
        missing={{ keys: ['4'], elsewhere: ['3:10.0.0.4'] }}
        hosts={hosts}
        settled={false}
        onRetry={() => undefined}
      />
    </>,
  )
  await expect.element(page.getByText('shown')).toBeVisible()
  expect(page.getByRole('status').all()).toHaveLength(0)
})
