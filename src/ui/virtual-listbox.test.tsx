import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { mount } from './mount.fixture.ts'
import { VirtualListbox, type VirtualListboxProps } from './virtual-listbox.tsx'

const hosts = Array.from({ length: 50_000 }, (_, index) => `host-${index}`)

function listbox(props: Partial<VirtualListboxProps<string>>) {
  return (
    <VirtualListbox
      label="Hosts"
      options={hosts}
      optionKey={(host) => host}
      renderOption={(host) => <span>{host}</span>}
      selectedKey={null}
      onSelect={() => undefined}
      {...props}
    />
  )
}

const box = page.getByRole('listbox', { name: 'Hosts' })
const option = (name: string) => page.getByRole('option', { name, exact: true })
const focusBox = () => document.querySelector<HTMLElement>('[role="listbox"]')?.focus()
const activeText = () =>
  document.getElementById(box.element().getAttribute('aria-activedescendant') ?? '')?.textContent

describe('50,000 options', () => {
  test('only those in view are in the page, each with its place in the whole', async () => {
    mount(listbox({}))
    await expect.element(option('host-2')).toHaveAttribute('aria-setsize', '50000')
    await expect.element(option('host-2')).toHaveAttribute('aria-posinset', '3')
    expect(page.getByRole('option').elements().length).toBeLessThan(60)
  })

  test('End reaches the last one and Home the first', async () => {
    mount(listbox({}))
    focusBox()
    await userEvent.keyboard('{End}')
    await expect.element(option('host-49999')).toBeInViewport()
    await expect.poll(activeText).toBe('host-49999')
    await userEvent.keyboard('{Home}')
    await expect.element(option('host-0')).toBeInViewport()
    await expect.poll(activeText).toBe('host-0')
  })

  test('one chosen by a link is brought into view', async () => {
    mount(listbox({ selectedKey: 'host-31415' }))
    await expect.element(option('host-31415')).toBeInViewport()
    await expect.element(option('host-31415')).toHaveAttribute('aria-selected', 'true')
  })
})

describe('moving', () => {
  test('arrows move without choosing; Enter and Space choose', async () => {
    const handleSelect = vi.fn()
    mount(listbox({ onSelect: handleSelect }))
    focusBox()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}')
    await expect.poll(activeText).toBe('host-1')
    expect(handleSelect).not.toHaveBeenCalled()
    await userEvent.keyboard('{Enter}{ArrowDown} ')
    expect(handleSelect.mock.calls).toEqual([['host-1'], ['host-2']])
  })

  test('a page down goes on by what is in view, and stops at the end', async () => {
    mount(listbox({ options: hosts.slice(0, 100) }))
    focusBox()
    await userEvent.keyboard('{ArrowDown}{PageDown}')
    const reached = Number(activeText()?.replace('host-', ''))
    expect(reached).toBeGreaterThan(6)
    expect(reached).toBeLessThan(14)
    await userEvent.keyboard('{End}{PageDown}{ArrowDown}')
    await expect.poll(activeText).toBe('host-99')
  })

  test('selection follows the keys when asked to', async () => {
    const handleSelect = vi.fn()
    mount(listbox({ onSelect: handleSelect, selectionFollowsFocus: true }))
    focusBox()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    expect(handleSelect.mock.calls).toEqual([['host-0'], ['host-1']])
  })
})

test('a click chooses, and the keys go on from there', async () => {
  const handleSelect = vi.fn()
  mount(listbox({ onSelect: handleSelect }))
  await option('host-4').click()
  expect(handleSelect.mock.calls).toEqual([['host-4']])
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(activeText).toBe('host-5')
})

test('the active option stays the same one when the list around it changes', async () => {
  const { show } = mount(listbox({}))
  await option('host-4').click()
  show(listbox({ options: hosts.filter((_, index) => index % 2 === 0) }))
  await expect.element(option('host-4')).toHaveAttribute('aria-posinset', '3')
  await expect.poll(activeText).toBe('host-4')
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(activeText).toBe('host-6')
})

test('a selection changed from outside, as by the back button, is where the keys go on from', async () => {
  const { show } = mount(listbox({ selectedKey: 'host-2' }))
  await option('host-7').click()
  show(listbox({ selectedKey: 'host-7' }))
  show(listbox({ selectedKey: 'host-2' }))
  await expect.poll(activeText).toBe('host-2')
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(activeText).toBe('host-3')
})

test('a choice of ours that comes back late does not throw fast keys back', async () => {
  const { show } = mount(listbox({ selectionFollowsFocus: true, selectedKey: 'host-0' }))
  focusBox()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}')
  show(listbox({ selectionFollowsFocus: true, selectedKey: 'host-1' }))
  await expect.element(option('host-1')).toHaveAttribute('aria-selected', 'true')
  await expect.poll(activeText).toBe('host-3')
})

test('the focus is visible, on the list itself until an option is active', async () => {
  mount(listbox({}))
  await userEvent.tab()
  await expect.element(box).toHaveFocus()
  expect(getComputedStyle(box.element()).outlineStyle).toBe('solid')
  await userEvent.keyboard('{ArrowDown}')
  await expect.poll(() => getComputedStyle(option('host-0').element()).outlineStyle).toBe('solid')
})

test('without options the empty slot is shown', async () => {
  mount(listbox({ options: [], empty: <p>No host matches</p> }))
  await expect.element(page.getByText('No host matches')).toBeVisible()
})
