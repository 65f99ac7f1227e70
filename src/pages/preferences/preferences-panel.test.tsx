import { expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import { readPreferences } from '#ui'
import { capabilities, openPage } from '../open-page.fixture.ts'
import { PreferencesPanel } from './preferences-panel.tsx'

const answers = () => ({ ...capabilities, upstreamTimeZone: 'America/Chicago' })

test('upstream’s zone is offered by name, and said to be the one naive times are read in', async () => {
  openPage({ Page: () => <PreferencesPanel onKeys={vi.fn()} />, route: '/', address: '/', answers })
  const zone = page.getByRole('combobox', { name: 'Time zone' })
  await expect.element(zone).toHaveTextContent('America/Chicago · the platform’s')
  await expect.element(zone).toHaveTextContent(' · mine')
  await expect.element(page.getByText('are read as America/Chicago')).toBeVisible()
})

test('choices are kept as they are made', async () => {
  localStorage.clear()
  openPage({ Page: () => <PreferencesPanel onKeys={vi.fn()} />, route: '/', address: '/', answers })
  await page.getByRole('combobox', { name: 'Theme' }).selectOptions('dark')
  await page.getByRole('checkbox', { name: 'Keys of one character' }).click()
  expect(readPreferences()).toMatchObject({ theme: 'dark', characterKeys: false })
})
