import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { mount } from './mount.fixture.ts'
import { ProblemPanel, type ProblemPanelProps } from './problem-panel.tsx'

const labels = {
  requestId: 'Request id:',
  noRequestId: 'none was given',
  code: 'Code',
  upstreamMessage: 'BlueKing says:',
  missingPermissions: 'Missing permissions:',
  onResources: (resources: readonly string[]) => `on ${resources.join(', ')}`,
  retry: 'Try again',
  copy: 'Copy request id',
  copied: 'Copied',
}

function show(props: Partial<ProblemPanelProps>) {
  mount(<ProblemPanel title="Not allowed" meaning="You lack a permission." labels={labels} {...props} />)
}

test('words, code and request id stand together', async () => {
  show({ upstreamMessage: '<b>no</b>', code: '9900403', requestId: 'abc123', nextStep: 'Apply.' })
  const panel = page.getByRole('alert')
  for (const text of ['Not allowed', 'You lack a permission.', '<b>no</b>', '9900403', 'abc123', 'Apply.'])
    await expect.element(panel).toHaveTextContent(text)
})

test('names what is missing, and on what', async () => {
  show({ permissions: [{ action: 'View history', resources: ['Demo (2)', 'Other (3)'] }] })
  await expect.element(page.getByRole('listitem')).toHaveTextContent('View history on Demo (2), Other (3)')
})

test('offers to try again and the ways out', async () => {
  const handleRetry = vi.fn()
  show({ onRetry: handleRetry, links: [{ label: 'Sign in', href: 'https://login.example/' }] })
  await page.getByRole('button', { name: 'Try again' }).click()
  expect(handleRetry).toHaveBeenCalledOnce()
  await expect
    .element(page.getByRole('link', { name: 'Sign in' }))
    .toHaveAttribute('href', 'https://login.example/')
})

test('a warning waits its turn, and the compact form keeps the request id', async () => {
  show({ severity: 'warning', compact: true, requestId: 'abc123' })
  await expect.element(page.getByRole('status')).toHaveTextContent('Not allowed')
  await expect.element(page.getByRole('status')).toHaveTextContent('abc123')
})
