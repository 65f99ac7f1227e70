import { useState } from 'react'
import { beforeEach, expect, test } from 'vitest'
import { page } from 'vitest/browser'
import { mount } from './mount.fixture.ts'
import { SearchField } from './search-field.tsx'

beforeEach(() => page.viewport(1280, 800))

const field = page.getByRole('searchbox', { name: 'Filter' })

/** A page with a back and a forward button. */
function History() {
  const [entries, setEntries] = useState([''])
  const [at, setAt] = useState(0)
  const go = (value: string) => {
    setEntries([...entries.slice(0, at + 1), value])
    setAt(at + 1)
  }
  return (
    <>
      <SearchField label="Filter" value={entries[at] ?? ''} onChange={go} />
      <button type="button" onClick={() => setAt(at - 1)}>
        back
      </button>
      <button type="button" onClick={() => setAt(at + 1)}>
        forward
      </button>
      <output>{entries.slice(0, at + 1).join(' > ')}</output>
    </>
  )
}

test('back takes what was typed away, and forward brings it again', async () => {
  mount(<History />)
  await field.fill('10.0')
  await expect.element(page.getByRole('status')).toHaveTextContent('> 10.0')
  await page.getByRole('button', { name: 'back' }).click()
  await expect.element(field).toHaveValue('')
  await page.getByRole('button', { name: 'forward' }).click()
  await expect.element(field).toHaveValue('10.0')
  await field.fill('10.0.7')
  await expect.element(page.getByRole('status')).toHaveTextContent('> 10.0 > 10.0.7')
})
