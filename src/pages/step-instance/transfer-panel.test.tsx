import { useMemo, useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { rowOfResult } from './host-rows.ts'
import { mount } from './mount.fixture.ts'
import { resultOf } from './step-instance.fixture.ts'
import type { SearchLogs } from './transfer-log-search.ts'
import { createTransferMessages } from './transfer-messages.ts'
import { TransferPanel } from './transfer-panel.tsx'
import type { TransferRow } from './transfer-row.ts'
import { rowOf, tableOf, uploadOf } from './transfer-rows.fixture.ts'
import { type FileStepChange, noTransferChoice, readQuery } from './url.ts'

beforeEach(() => page.viewport(1280, 800))

const three = [
  rowOf(9, { size: '1.5 KB', status: 5, progress: '37%', sourcePath: '/data/app.tar' }),
  rowOf(10, { size: '9.0 Bytes' }),
  rowOf(2, { size: '--', status: 3, progress: '40%' }),
]

const saidLast: Readonly<Record<string, string>> = {
  d10: '[t] Disk full. Status: 5',
  d11: '[t] No space left on the device that the file of this name was to be written to. Status: 5',
}
const lastLine = (documentId: string) => saidLast[documentId] ?? '[t] Detail: success'

/** Logs of which only that of host 10 says that a disk is full. */
const searchLogs: SearchLogs = (_, text, tell) => {
  const documentIds = 'first line\ndisk full'.includes(text.toLowerCase()) ? ['d10'] : []
  tell({ searched: 1, total: 3, documentIds: [], complete: false })
  const timer = setTimeout(() => tell({ searched: 3, total: 3, documentIds, complete: true }), 50)
  return { close: () => clearTimeout(timer) }
}

const hosts = [resultOf(9, 203), resultOf(10, 9), resultOf(2, 7)].map(rowOfResult)

interface PanelProps {
  readonly rows: readonly TransferRow[]
  readonly onChange?: (change: FileStepChange) => void
  readonly holding?: boolean
  readonly isOver?: boolean
}

/** The panel with the state a page would keep for it in its address. */
function Panel({ rows, onChange = () => undefined, holding = false, isOver = false }: PanelProps) {
  const [view, setView] = useState(readQuery('').view)
  const [choice, setChoice] = useState(noTransferChoice)
  const [messages] = useState(() => createTransferMessages(async (documentIds) => documentIds.map(lastLine)))
  const transfers = useMemo(() => tableOf(rows), [rows])
  const handleChange = (change: FileStepChange) => {
    onChange(change)
    setView((before) => ({ ...before, ...change }))
    setChoice((before) => ({ ...before, ...change }))
  }
  return (
    <TransferPanel
      table={transfers}
      hosts={hosts}
      messages={messages}
      searchLogs={searchLogs}
      view={view}
      choice={choice}
      onChange={handleChange}
      hostAddress={null}
      holding={holding}
      isOver={isOver}
    />
  )
}

const table = page.getByRole('grid', { name: 'File transfers' })
const row = (index: number) => table.getByRole('row').nth(index + 1)
const sortBy = (name: string) => table.getByRole('columnheader', { name }).getByRole('button').click()
const filter = page.getByRole('searchbox')

test('a row says everything: hosts, paths, figures, status in words, and the last message', async () => {
  mount(<Panel rows={three} />, 1700)
  await expect.element(page.getByText('3 transfers · 1 failed · 1 downloading · 1 finished')).toBeVisible()
  const cells = row(0).getByRole('gridcell')
  const texts = [
    'Failed',
    'Download',
    '10.0.0.1',
    '/data/app.tar',
    '10.0.0.9',
    '/tmp/file-9',
    '1.5 KB',
    '1 KB/s',
    '37%',
  ]
  for (const [index, text] of texts.entries()) await expect.element(cells.nth(index)).toHaveTextContent(text)
  await expect.element(row(1).getByRole('gridcell').nth(9)).toHaveTextContent('Disk full')
  await expect.element(row(1).getByRole('gridcell').nth(6)).toHaveTextContent('9.0 Bytes')
  await expect.element(row(2).getByRole('gridcell').nth(6)).toHaveTextContent('—')
})

test('on a phone what arrived where, and why not, comes first', async () => {
  await page.viewport(360, 740)
  mount(<Panel rows={three} />, 360)
  const headers = table.getByRole('columnheader')
  for (const [index, text] of ['Status', 'Destination host', 'Last message'].entries())
    await expect.element(headers.nth(index)).toHaveTextContent(text)
})

test('column headers sort by click: sizes as numbers, addresses by their numbers, unknown last', async () => {
  mount(<Panel rows={three} />, 1700)
  await sortBy('Size')
  await expect.element(row(0)).toHaveTextContent('9.0 Bytes')
  await expect.element(row(2)).toHaveTextContent('10.0.0.2')
  await sortBy('Size')
  await expect.element(row(0)).toHaveTextContent('1.5 KB')
  await expect.element(row(2)).toHaveTextContent('10.0.0.2')
  await sortBy('Destination host')
  await expect.element(row(0)).toHaveTextContent('10.0.0.2')
  await expect.element(row(1)).toHaveTextContent('10.0.0.9')
})

test('the last messages can be sorted by once they have been read', async () => {
  mount(<Panel rows={three} />, 1700)
  await sortBy('Last message')
  await expect.element(row(0)).toHaveTextContent('Disk full')
})

test('the text field finds paths and what logs say, and says how far it has searched', async () => {
  mount(<Panel rows={three} />)
  await filter.fill('APP.tar')
  await expect.element(page.getByText(/^1 of 3 shown/)).toBeVisible()
  await expect.element(row(0)).toHaveTextContent('10.0.0.9')
  await filter.fill('disk FULL')
  await expect.element(page.getByText('1 of 3 shown · All logs searched')).toBeVisible()
  await expect.element(row(0)).toHaveTextContent('10.0.0.10')
})

test('a status button filters; nothing found is said, with a way back', async () => {
  mount(<Panel rows={three} />)
  await page.getByRole('button', { name: 'Downloading 1' }).click()
  await expect.element(page.getByText(/^1 of 3 shown/)).toBeVisible()
  await filter.fill('nowhere')
  await expect.element(page.getByText('No transfer matches these filters')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filters' }).click()
  await expect.element(row(2)).toBeVisible()
})

test('a third-party source and an upload have words where there is no host', async () => {
  const upload = rowOf(4, {
    direction: 'upload',
    source: null,
    destination: null,
    destinationPath: null,
    status: 0,
  })
  mount(<Panel rows={[upload]} />, 1700)
  await expect.element(row(0)).toHaveTextContent('File source (no host)')
  await expect.element(row(0)).toHaveTextContent('Fetching source')
})

test('Enter on a row opens its log', async () => {
  const handleChange = vi.fn()
  mount(<Panel rows={three} onChange={handleChange} />)
  await expect.element(table).toBeVisible()
  document.querySelector<HTMLElement>('[role="grid"]')?.focus()
  await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  expect(handleChange).toHaveBeenLastCalledWith({ transfer: 't10', line: null })
})

// Ten times as many are counted, sorted and searched end to end (size.spec.ts).
test('10,000 transfers: only rows in view are in the page, and the last is reached after a sort', async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => rowOf(index))
  mount(<Panel rows={rows} />, 1700)
  await expect.element(page.getByText('10,000 transfers · 10,000 finished')).toBeVisible()
  await sortBy('Destination path')
  await sortBy('Destination path')
  await expect.element(row(0)).toHaveTextContent('/tmp/file-9999')
  expect(table.getByRole('row').all().length).toBeLessThan(60)
})

test('on a phone the status buttons wrap instead of widening the page', async () => {
  const states = [0, 1, 2, 3, 4, 5].map((status) => rowOf(status + 20, { status }))
  mount(<Panel rows={states} />, 340)
  const chips = page.getByRole('group', { name: 'Filter transfers by status' })
  await expect.element(chips.getByRole('button', { name: /^Uploading/ })).toBeVisible()
  expect(chips.element().getBoundingClientRect().right).toBeLessThan(360)
})

test('failures are gathered by reason; a press shows the transfers of one', async () => {
  mount(<Panel rows={three} />, 1700)
  const reasons = page.getByRole('region', { name: 'Why transfers failed' })
  const reason = reasons.getByRole('button', { name: /^1 transfer, 1 host: 203 Source file/ })
  await reason.click()
  await expect.element(page.getByText('1 of 3 shown')).toBeVisible()
  await expect.element(row(0)).toHaveTextContent('10.0.0.9')
  await page.getByRole('button', { name: /^Remove: Only failures of this kind: 203/ }).click()
  await expect.element(row(2)).toBeVisible()
})

test('rows are gathered by a choice, and a group opens and closes', async () => {
  mount(<Panel rows={three} />, 1700)
  await userEvent.selectOptions(page.getByLabelText('Group by'), 'source host')
  const group = table.getByRole('button', { name: '10.0.0.1: 3' })
  await expect.element(group).toHaveAttribute('aria-expanded', 'false')
  await expect.element(row(0)).toHaveTextContent('1 failed · 1 downloading · 1 finished')
  await group.click()
  await expect.element(row(3)).toHaveTextContent('10.0.0.2')
  await group.click()
  await expect.element(row(1)).not.toBeInTheDocument()
})

test('sources against destinations, each pair a way to its transfers', async () => {
  mount(<Panel rows={three} />, 1700)
  await page.getByRole('button', { name: 'Sources × destinations' }).click()
  await page.getByRole('button', { name: '10.0.0.1 to 10.0.0.9: 1 of 1 failed' }).click()
  await expect.element(page.getByText('1 of 3 shown')).toBeVisible()
  await expect.element(row(0)).toHaveTextContent('10.0.0.9')
  await expect.element(page.getByText('Only from 10.0.0.1')).toBeVisible()
})

test('a download shows the state of the upload that feeds it, and opens its log', async () => {
  const handleChange = vi.fn()
  const rows = [rowOf(2, { status: 1 }), uploadOf(1, '/data/file', { status: 5 })]
  mount(<Panel rows={rows} onChange={handleChange} />, 1700)
  await table.getByRole('button', { name: 'Upload: failed' }).click()
  expect(handleChange).toHaveBeenLastCalledWith({ transfer: 'u1:/data/file', line: null })
})

test('live updates keep every row in its place, until somebody asks to sort again', async () => {
  const moving = [rowOf(2, { status: 3, progress: '10%' }), rowOf(3, { status: 3, progress: '20%' })]
  const later = [rowOf(2, { status: 3, progress: '90%' }), rowOf(3, { status: 5, progress: '20%' })]
  function Live() {
    const [rows, setRows] = useState(moving)
    return (
      <>
        <button type="button" onClick={() => setRows(later)}>
          update
        </button>
        <Panel rows={rows} holding />
      </>
    )
  }
  mount(<Live />, 1700)
  await sortBy('Progress')
  await expect.element(row(0)).toHaveTextContent('10%')
  await page.getByRole('button', { name: 'update' }).click()
  await expect.element(row(0)).toHaveTextContent('90%')
  await expect.element(row(1)).toHaveTextContent('Failed')
  await page.getByRole('button', { name: 'Sort and filter again' }).click()
  await expect.element(row(0)).toHaveTextContent('20%')
})

test('while one watches, reasons come without moving a row, and are there at a press', async () => {
  const before = [2, 3, 4].map((n) => rowOf(n, { status: 3 }))
  const after = before.map(({ key }, index) =>
    rowOf(Number(key.slice(1)), { status: 5, progress: `${index}%` }),
  )
  function Live() {
    const [rows, setRows] = useState(before)
    return (
      <>
        <button type="button" onClick={() => setRows(after)}>
          update
        </button>
        <Panel rows={rows} holding />
      </>
    )
  }
  mount(<Live />, 1000)
  await expect.element(row(2)).toBeVisible()
  const top = table.element().getBoundingClientRect().top
  await page.getByRole('button', { name: 'update' }).click()
  const reasons = page.getByRole('region', { name: 'Why transfers failed' })
  await expect.element(reasons).toHaveTextContent(/3 transfers, 3 hosts: success/)
  expect(table.element().getBoundingClientRect().top).toBe(top)
})

test('when it is over, columns in which nothing stands are folded away, and that is said', async () => {
  const bare = { size: null, speed: '--', progress: '' }
  mount(
    <Panel rows={[rowOf(2, { ...bare, status: 5 }), rowOf(3, { ...bare, status: 5 })]} holding isOver />,
    1700,
  )
  const headers = table.getByRole('columnheader')
  await expect.element(headers.nth(6)).toHaveTextContent('Last message')
  await expect.element(headers.nth(7)).not.toBeInTheDocument()
  await expect.element(page.getByText(/size, speed,? and progress\.$/)).toBeVisible()
})

test('a reason too long for a line has two', async () => {
  const lines = (text: string) => {
    const cell = table.getByTitle(text).element()
    return Math.round(cell.getBoundingClientRect().height / 16)
  }
  mount(<Panel rows={[rowOf(11, { status: 5 }), rowOf(10, { status: 5 })]} />, 1000)
  await expect.element(row(0)).toHaveTextContent('No space')
  expect(lines('Disk full')).toBe(1)
  expect(lines('No space left on the device that the file of this name was to be written to')).toBe(2)
})

test('of sources against destinations, a file source without a host leads to just its files', async () => {
  const one = { destination: rowOf(2).destination }
  mount(
    <Panel
      rows={[
        rowOf(2, { source: null, status: 3 }),
        rowOf(3, { ...one, status: 4 }),
        rowOf(4, { ...one, status: 3 }),
      ]}
    />,
    1700,
  )
  await page.getByRole('button', { name: 'Sources × destinations' }).click()
  await expect
    .element(page.getByRole('button', { name: '10.0.0.1 to 10.0.0.2: 1 of 2 downloading' }))
    .toBeVisible()
  await page.getByRole('button', { name: 'File source (no host) to 10.0.0.2: 1 Downloading' }).click()
  await expect.element(page.getByText('1 of 3 shown')).toBeVisible()
  await expect.element(page.getByText('Only from File source (no host)')).toBeVisible()
})
