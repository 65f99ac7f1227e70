import { describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Column } from './column.ts'
import { mount } from './mount.fixture.ts'
import { StatusChip } from './status-chip.tsx'
import { type TableHandle, VirtualTable, type VirtualTableProps } from './virtual-table.tsx'

interface Row {
  readonly id: number
  readonly address: string
  readonly sizeBytes: number | null
}

const columns: readonly Column<Row>[] = [
  {
    id: 'address',
    header: 'Address',
    width: 200,
    grow: 1,
    cell: (row) => row.address,
    sortValue: (row) => row.address,
  },
  {
    id: 'size',
    header: 'Size',
    width: 300,
    align: 'end',
    cell: (row) => row.sizeBytes,
    sortValue: (row) => row.sizeBytes,
  },
  { id: 'link', header: 'Log', width: 300, cell: (row) => <a href={`#${row.id}`}>log {row.id}</a> },
]

/** Sizes run against addresses, so that each sort has its own first row. */
function rows(count: number): readonly Row[] {
  return Array.from({ length: count }, (_, id) => ({ id, address: `10.0.0.${id}`, sizeBytes: count - id }))
}

function table(props: Partial<VirtualTableProps<Row>>) {
  const rowKey = (row: Row) => String(row.id)
  return <VirtualTable label="File transfers" rows={[]} columns={columns} rowKey={rowKey} {...props} />
}

function show(props: Partial<VirtualTableProps<Row>>) {
  return mount(table(props))
}

const grid = page.getByRole('grid', { name: 'File transfers' })
const dataRow = (text: string) => page.getByRole('row', { name: text, exact: false })
const firstAddress = () => grid.element().querySelector('[role="gridcell"]')?.textContent
const focusGrid = () => document.querySelector<HTMLElement>('[role="grid"]')?.focus()
const mountedCount = () => grid.element().querySelectorAll('[role="gridcell"][aria-colindex="1"]').length

describe('100,000 rows', () => {
  test('only those in view are in the page, and the grid still tells how many there are', async () => {
    show({ rows: rows(100_000) })
    await expect.element(grid).toHaveAttribute('aria-rowcount', '100001')
    expect(mountedCount()).toBeGreaterThan(5)
    expect(mountedCount()).toBeLessThan(60)
  })

  test('End reaches the very last row, Home the first', async () => {
    show({ rows: rows(100_000) })
    focusGrid()
    await userEvent.keyboard('{End}')
    await expect.element(dataRow('10.0.0.99999')).toBeInViewport()
    await userEvent.keyboard('{Home}')
    await expect.element(dataRow('10.0.0.0 100000')).toBeInViewport()
  })

  test('the frame that scrolls has the rows it scrolls to', async () => {
    show({ rows: rows(100_000) })
    await expect.element(dataRow('10.0.0.0 100000')).toBeVisible()
    for (const top of [40_000, 1_000_000, 0]) {
      grid.element().scrollTop = top
      // Frames' own callbacks are called after those of the scroll, with nothing between: what is not there is painted blank.
      await new Promise(requestAnimationFrame)
      const { left, bottom } = grid.element().getBoundingClientRect()
      const lowest = document.elementFromPoint(left + 20, bottom - 30)
      expect(lowest?.closest('[role="row"]')?.textContent ?? 'blank').toContain('10.0.0.')
    }
  })

  test('the header stays on top, and scrolls sideways with its columns', async () => {
    show({ rows: rows(100_000) })
    await expect.element(dataRow('10.0.0.0 100000')).toBeVisible()
    grid.element().scrollTo({ top: 50_000, left: 120 })
    await expect.element(dataRow('10.0.0.1392')).toBeInTheDocument()
    const header = page.getByRole('columnheader', { name: 'Size' }).element().getBoundingClientRect()
    const cell = grid.element().querySelector('[role="gridcell"][aria-colindex="2"]')?.getBoundingClientRect()
    expect(header.top - grid.element().getBoundingClientRect().top).toBeLessThan(4)
    expect(cell?.left).toBe(header.left)
    expect(cell?.width).toBe(header.width)
  })
})

describe('sorting', () => {
  test('a header click goes ascending, descending, then back to the order given', async () => {
    show({ rows: rows(50) })
    const header = page.getByRole('columnheader', { name: 'Size' })
    const seen: (string | null | undefined)[] = []
    for (const sort of ['none', 'ascending', 'descending', 'none']) {
      await expect.element(header).toHaveAttribute('aria-sort', sort)
      seen.push(firstAddress())
      await page.getByRole('button', { name: 'Size' }).click()
    }
    expect(seen).toEqual(['10.0.0.0', '10.0.0.49', '10.0.0.0', '10.0.0.0'])
  })

  test('a column without sort value has no button', async () => {
    show({ rows: rows(3) })
    await expect.element(page.getByRole('columnheader', { name: 'Log' })).toBeVisible()
    expect(page.getByRole('button', { name: 'Log' }).elements()).toHaveLength(0)
  })

  test('a page that keeps the sort itself is asked, and obeyed', async () => {
    const handleSort = vi.fn()
    show({ rows: rows(50), sort: { columnId: 'size', descending: false }, onSortChange: handleSort })
    await expect.element(dataRow('10.0.0.49 1')).toBeVisible()
    expect(firstAddress()).toBe('10.0.0.49')
    await page.getByRole('button', { name: 'Size' }).click()
    expect(handleSort).toHaveBeenLastCalledWith({ columnId: 'size', descending: true })
    expect(firstAddress()).toBe('10.0.0.49')
  })
})

describe('choosing a row', () => {
  test('by arrows and Enter; the active row is told to assistive technology', async () => {
    const handleActivate = vi.fn()
    show({ rows: rows(50), onActivate: handleActivate })
    focusGrid()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{ArrowUp}')
    const activeId = grid.element().getAttribute('aria-activedescendant')
    expect(document.getElementById(activeId ?? '')?.textContent).toContain('10.0.0.1')
    await userEvent.keyboard('{Enter}')
    expect(handleActivate.mock.calls).toEqual([[rows(50)[1]]])
  })

  test('which stays the one the keys go on from when others come before it, and another when it is gone', async () => {
    const shown = show({ rows: rows(50) })
    focusGrid()
    await userEvent.keyboard('{ArrowDown}{ArrowDown}')
    const active = () => document.getElementById(grid.element().getAttribute('aria-activedescendant') ?? '')
    expect(active()?.textContent).toContain('10.0.0.1')
    shown.show(table({ rows: rows(50).toReversed() }))
    await userEvent.keyboard('{ArrowUp}')
    expect(active()?.textContent).toContain('10.0.0.2')
    shown.show(table({ rows: rows(1) }))
    expect(active()).toBeNull()
    await userEvent.keyboard('{ArrowDown}')
    expect(active()?.textContent).toContain('10.0.0.0')
  })

  test.each([
    ['itself', '100%'],
    ['the page around it', 7300],
  ])(
    'a table begins at the row it is told, in view and with the keys; what scrolls is %s',
    async (_, height) => {
      const handle: { current: TableHandle | null } = { current: null }
      const handlePoint = vi.fn()
      show({ rows: rows(200), initialKey: '150', ref: handle, onPoint: handlePoint, height })
      await expect.element(dataRow('10.0.0.150')).toBeInViewport()
      expect(grid.element()).toBe(document.activeElement)
      await userEvent.keyboard('{ArrowDown}')
      expect(handlePoint.mock.calls).toEqual([['150'], ['151']])
      handle.current?.focusFirst()
      await expect.element(dataRow('10.0.0.0 200')).toHaveAttribute('data-active')
    },
  )

  test('a row shown from outside comes into view without the focus, and stays where the reader scrolled to', async () => {
    const { show: render } = show({ rows: rows(200), shownKey: '150', height: 300 })
    await expect.element(dataRow('10.0.0.150')).toBeInViewport()
    expect(grid.element()).not.toBe(document.activeElement)
    grid.element().scrollTop = 0
    await expect.element(dataRow('10.0.0.0 200')).toBeInViewport()
    render(table({ rows: rows(200), shownKey: '150', height: 300 }))
    expect(grid.element().scrollTop).toBe(0)
    render(table({ rows: rows(200), shownKey: '99', height: 300 }))
    await expect.element(dataRow('10.0.0.99')).toBeInViewport()
    focusGrid()
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(dataRow('10.0.0.100')).toHaveAttribute('data-active')
  })

  test('by click, but a link inside the row keeps its own meaning', async () => {
    const handleActivate = vi.fn()
    show({ rows: rows(50), onActivate: handleActivate })
    await page.getByText('10.0.0.2', { exact: true }).click()
    expect(handleActivate).toHaveBeenCalledTimes(1)
    await page.getByRole('link', { name: 'log 3' }).click()
    expect(handleActivate).toHaveBeenCalledTimes(1)
  })

  test('the chosen row is marked as selected', async () => {
    show({ rows: rows(5), selectedKey: '3' })
    await expect.element(dataRow('10.0.0.3')).toHaveAttribute('aria-selected', 'true')
    await expect.element(dataRow('10.0.0.2')).toHaveAttribute('aria-selected', 'false')
  })
})

test('without rows the empty slot stands below the header', async () => {
  show({ rows: [], empty: <p>No transfer matches</p> })
  await expect.element(page.getByText('No transfer matches')).toBeVisible()
  await expect.element(page.getByRole('columnheader', { name: 'Address' })).toBeVisible()
})

test('a text that its column cuts off is whole when pointed at', async () => {
  const long = { id: 1, address: `${'a-long-name-of-a-host.'.repeat(20)}end`, sizeBytes: 1 }
  show({ rows: [long, ...rows(1)] })
  await page.getByText(/^a-long-name/).hover()
  await expect.element(page.getByText(/^a-long-name/)).toHaveAttribute('title', long.address)
  await page.getByText('10.0.0.0').hover()
  await expect.element(page.getByText('10.0.0.0')).not.toHaveAttribute('title', '10.0.0.0')
})

test('a status chip stands in the middle of its cell, level with the words beside it', () => {
  const status: Column<Row> = {
    id: 'status',
    header: 'Status',
    width: 120,
    cell: () => <StatusChip tone="bad" label="Failed" />,
  }
  const { element } = show({ rows: rows(1), columns: [status, ...columns] })
  element.style.font = '14px/21px system-ui'
  const chip = grid.element().querySelector('[data-tone][data-size]')
  const inside = chip?.getBoundingClientRect() ?? new DOMRect()
  const around = chip?.parentElement?.getBoundingClientRect() ?? new DOMRect(0, 0, 0, 99)
  const above = inside.top - around.top
  const below = around.bottom - inside.bottom
  expect(Math.abs(above - below)).toBeLessThan(1)
})
