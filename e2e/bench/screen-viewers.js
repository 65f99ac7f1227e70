/*
 * The two long lists of the product, and the tables they are measured beside: where they stand on their pages, and how
 * a person filters and sorts them.
 */

/** MUI's plain Table mounts what it is given, so that its time and memory grow with every row: it gets some. */
const tableRows = 2000

const ourRail = {
  name: 'joblens: host rail',
  isOurs: true,
  parts: {
    view: '[role=listbox]',
    row: '[role=option]',
    count: { selector: '[role=option]', attribute: 'aria-setsize' },
  },
  field: (page) => page.getByRole('searchbox', { name: 'Filter hosts by address' }),
  async openSort(page) {
    await page.getByRole('button', { name: /^Sort:/ }).click()
    return page.getByRole('radio', { name: 'Address' })
  },
}

const ourTransfers = {
  name: 'joblens: transfer table',
  isOurs: true,
  parts: {
    view: '[role=grid]',
    row: '[role=row][aria-rowindex]:not([aria-rowindex="1"])',
    count: { selector: '[role=grid]', attribute: 'aria-rowcount', minus: 1 },
  },
  field: (page) => page.getByRole('searchbox', { name: /^Filter by path/ }),
  openSort: async (page) => page.getByRole('columnheader', { name: 'Source path' }).getByRole('button'),
}

const dataGrid = {
  name: 'MUI X Data Grid, community (100 rows a page)',
  id: 'data-grid',
  parts: {
    view: '.MuiDataGrid-virtualScroller',
    row: '.MuiDataGrid-row',
    count: { selector: '[role=grid]', attribute: 'aria-rowcount', minus: 1 },
  },
  field: async (page) => {
    // Its field is folded behind a button.
    await page.locator('button[aria-label=Search]').click()
    return page.locator('.MuiDataGrid-toolbarQuickFilter input')
  },
  openSort: async (page, { sortField }) => page.locator(`[role=columnheader][data-field=${sortField}]`),
}

const plainTable = {
  name: `MUI Table (${tableRows.toLocaleString('en')} rows only: it mounts all)`,
  id: 'mui-table',
  rowLimit: tableRows,
  parts: { view: '.MuiTableContainer-root', row: 'tbody tr', count: { selector: 'tbody tr' } },
  field: (page) => page.locator('input[type=search]'),
  openSort: async (page, { sortField }) => page.locator('th [role=button]', { hasText: sortField }).first(),
}

/**
 * @typedef {object} Screen
 * @property {string} name
 * @property {string} of what the peers' rows are of
 * @property {{ jobInstanceId: string, stepInstanceId: string }} step in the sandbox
 * @property {RegExp} data the request that brings the rows to our page
 * @property {string} rareField the column whose text, from one row, is typed into the filter: few others have it
 * @property {string} frequent a text that many rows have
 * @property {string} sortField the peers' name of the column that is sorted by
 */

/** @type {readonly Screen[]} */
export const screens = [
  {
    name: '50,000 hosts',
    of: 'hosts',
    step: { jobInstanceId: '20000000002', stepInstanceId: '20000000201' },
    data: /\/steps\/20000000201$/,
    rareField: 'address',
    frequent: '.2',
    sortField: 'address',
    viewers: [ourRail, dataGrid, plainTable],
  },
  {
    name: '100,000 transfers',
    of: 'transfers',
    step: { jobInstanceId: '20000000014', stepInstanceId: '20000001401' },
    data: /\/steps\/20000001401\/log$/,
    rareField: 'destination',
    frequent: 'level_17',
    sortField: 'sourcePath',
    viewers: [ourTransfers, dataGrid, plainTable],
  },
]
