import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, expectAccessible, remote, test } from './fixtures.ts'

/* The host rail, as an operator uses it. */

const release = '/biz/2/job-instances/20000000001/steps/20000000102'
const railOf = (page: Page) => page.getByRole('region', { name: 'Hosts of this step' })
const hostsOf = (page: Page) => page.getByRole('listbox', { name: 'Hosts' })

/** What was copied last; the page needs no permission to write, reading it here would. */
async function watchClipboard(page: Page): Promise<() => Promise<string>> {
  await page.addInitScript(() => {
    const copied = { text: '' }
    Object.assign(globalThis, { copied })
    navigator.clipboard.writeText = async (text) => {
      copied.text = text
    }
  })
  return () => page.evaluate(() => (globalThis as unknown as { copied: { text: string } }).copied.text)
}

/** Scripts that have come by the time the first line of a log stands, by file name. */
async function watchScripts(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (document.querySelector('[role="log"] [data-row]') === null) return
      observer.disconnect()
      const names = performance.getEntriesByType('resource').map(({ name }) => name)
      const scripts = names.map((name) => new URL(name).pathname).filter((path) => path.endsWith('.js'))
      Object.assign(globalThis, { scripts: scripts.map((path) => path.replace(/^.*\//, '')) })
    }).observe(document, { childList: true, subtree: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { scripts: readonly string[] }).scripts)
}

/** The rail came after the first line, and so did whatever else that line did not need. */
function expectFew(scripts: readonly string[]): void {
  expect(scripts.some((script) => script.startsWith('log.worker-'))).toBe(true)
  const bytes = scripts.reduce((sum, script) => sum + sentBytes(script), 0)
  expect(bytes, scripts.join(' ')).toBeLessThan(200_000)
}

/** As it is sent: compressed at build time, unless that is not worth it. */
function sentBytes(script: string): number {
  const path = join(import.meta.dirname, '../dist/client/assets', script)
  const { size } = statSync(`${path}.br`, { throwIfNoEntry: false }) ?? statSync(path)
  return size
}

const theSeven = [
  '10.10.0.138',
  '10.10.1.153',
  '10.10.2.112',
  '10.10.3.239',
  '10.10.5.139',
  '10.10.6.232',
  '10.10.7.250',
]

test('find the 7 odd hosts of 2,000 and copy their addresses', async ({ page, open }) => {
  const copied = await watchClipboard(page)
  const scripts = await watchScripts(page)
  await open(release)
  await expect(page.getByText('2,000 hosts · 7 failed · 1,993 succeeded')).toBeVisible()
  expectFew(await scripts())
  await page.getByRole('button', { name: 'All failures 7' }).click()
  await expect(page.getByText('7 of 2,000 hosts')).toBeVisible()
  await expect(page).toHaveURL(/status=failed/)
  await page.getByRole('button', { name: 'Copy 7 addresses' }).click()
  await expect(page.getByText('7 hosts copied')).toBeVisible()
  expect((await copied()).split('\n')).toHaveLength(7)
  await page.getByRole('button', { name: /^Sort: Failures first/ }).click()
  await page.getByRole('radio', { name: 'Address' }).click()
  await page.keyboard.press('Escape')
  await expect(hostsOf(page).getByRole('option').first()).toContainText('10.10.0.138')
  await page.getByRole('button', { name: 'Copy 7 addresses' }).click()
  // The words for it are those of the copy before.
  await expect.poll(async () => (await copied()).split('\n')).toEqual(theSeven)
})

test('all hosts with exit code 1, folded', async ({ page, open }) => {
  const copied = await watchClipboard(page)
  await open(release)
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('combobox', { name: 'Exit code' }).selectOption('1')
  await page.keyboard.press('Escape')
  await expect(page.getByText('3 of 2,000 hosts')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Remove the filter Exit code: 1' })).toBeVisible()
  await page.getByRole('button', { name: 'Copy or export' }).click()
  await page.getByRole('button', { name: /^Copy as Folded.*\(3\)/ }).click()
  await expect(page.getByText('3 hosts copied in 3 lines')).toBeVisible()
  expect((await copied()).split('\n').toSorted()).toEqual(['10.10.0.138', '10.10.2.112', '10.10.5.139'])
})

test('a whole group, folded into few words, and as a file for a spreadsheet', async ({ page, open }) => {
  const copied = await watchClipboard(page)
  await open(`${release}?group=result`)
  const heads = hostsOf(page).getByRole('option', { name: /^Group/ })
  await expect(heads.first()).toHaveAccessibleName('Group Script timed out, 2 hosts, expanded')
  await heads.first().click()
  await expect(heads.first()).toHaveAccessibleName(/collapsed$/)
  await page.getByRole('button', { name: 'Copy or export' }).click()
  const scope = page.getByRole('group', { name: 'Copy or export' }).getByRole('combobox', { name: 'Hosts' })
  await scope.selectOption('all')
  await page.getByRole('button', { name: /^Copy as Folded.*\(2,000\)/ }).click()
  await expect(page.getByText('2,000 hosts copied in 16 lines')).toBeVisible()
  expect((await copied()).split('\n')).toContain('10.10.0.[1-96,98-193,195-250]')
  await scope.selectOption('Group Script timed out (2)')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV file' }).click()
  expect((await download).suggestedFilename()).toBe('step-20000000102-hosts.csv')
  await expect(page.getByText('2 hosts saved')).toBeVisible()
})

test('which hosts are slow: the slowest of a finished step', async ({ page, open }) => {
  await open(`${release}?order=-duration`)
  const options = hostsOf(page).getByRole('option')
  await expect(options.nth(0)).toHaveAccessibleName(/Script timed out, 10 min$/)
  await expect(options.nth(1)).toHaveAccessibleName(/Script timed out, 10 min$/)
})

test('which hosts hold the step up: those that others have left behind, and those that print nothing', async ({
  page,
  open,
  anew,
}) => {
  await remote(anew).advance(120_000)
  await page.clock.install()
  await open('/biz/2/job-instances/20000000029/steps/20000002901', anew)
  const options = hostsOf(page).getByRole('option')
  await expect(options.filter({ hasText: 'slow' }).first()).toBeVisible()
  await page.getByRole('button', { name: 'Filters' }).click()
  await page.getByRole('checkbox', { name: /^Slower than 95 % of the finished \([1-9]/ }).check()
  await page.keyboard.press('Escape')
  await expect(page).toHaveURL(/straggler=slow/)
  await expect(page.getByText(/^[1-9]\d* of 400 hosts/)).toBeVisible()
  await expect(options.first()).toHaveAccessibleName(/longer than 95 % of the finished/)
  // Whose log nobody opened may be silent, too: all of them are looked at together, as long as one wants to know.
  await page.getByRole('button', { name: 'Filters', exact: true }).click()
  await page.getByRole('checkbox', { name: /^Slower/ }).uncheck()
  await page.getByRole('checkbox', { name: 'No output for over a minute (0)' }).check()
  await page.getByRole('button', { name: 'Look at all running logs' }).click()
  await page.keyboard.press('Escape')
  const look = page.getByRole('region', { name: 'Look at running logs' })
  await expect(look).toContainText(
    /^1\d\d of 1\d\d running logs looked at since [\d:]+: 0 silent for over a minute\./,
  )
  await expect(async () => {
    await remote(anew).advance(20_000)
    await page.clock.runFor(20_000)
    await expect(look).toContainText(/: [2-9] silent for over a minute/, {
      timeout: 1_000,
    })
  }).toPass({ intervals: [0] })
  await expect(page.getByText(/^[2-9] of 400 hosts/)).toBeVisible()
  await expect(options.first()).toHaveAccessibleName(/^10\.\S+, Running.*, no output for [1-9] min/)
  await expectAccessible(page)
  await look.getByRole('button', { name: 'Stop looking' }).click()
  await expect(look).toBeHidden()
  await expect(page.getByText('No host matches')).toBeVisible()
  // What has ended is over: nothing of it is slow.
  await open('/biz/2/job-instances/20000000023/steps/20000002301', anew)
  await expect(options.first()).toBeVisible()
  await expect(page.getByRole('option', { name: /longer than/ })).toHaveCount(0)
})

test('from host to host and into the log, without the mouse', async ({ page, open }) => {
  await open(release)
  // The keys come with the list, which comes after the log.
  await expect(hostsOf(page)).toBeVisible()
  await expect(page.getByRole('log')).toBeVisible()
  const opened = page.getByRole('heading', { level: 2 })
  const first = await opened.textContent()
  await page.keyboard.press('Alt+ArrowDown')
  await expect(opened).not.toHaveText(first ?? '')
  await page.keyboard.press('[')
  await expect(opened).toHaveText(first ?? '')
  await hostsOf(page).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('log')).toBeFocused()
  await page.keyboard.press(']')
  await expect(opened).not.toHaveText(first ?? '')
  await expect(page.getByRole('log')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(hostsOf(page)).toBeFocused()
})

test('a link holds group, filters, order and the open host', async ({ page, open }) => {
  // Where it names no host the filters choose one, before there is a list to filter.
  const scripts = await watchScripts(page)
  const opened = page.getByRole('heading', { level: 2, name: /^10\./ })
  await open(`${release}?filter=10.10.2.&status=failed&hosts=${theSeven.join()}`)
  await expect(opened).toHaveText('10.10.2.112')
  await expect(page.getByText('1 of 2,000 hosts')).toBeVisible()
  expectFew(await scripts())
  // Where nobody sees the list nothing waits for it either.
  await page.setViewportSize({ width: 360, height: 740 })
  await open(`${release}?status=failed&host=0:10.10.2.11`)
  await expect(page.getByText('is hidden by the filters')).toBeVisible()
  expectFew(await scripts())
  await page.setViewportSize({ width: 1280, height: 800 })
  await open(`${release}?group=result&status=failed&order=-address&host=0:10.10.2.112`)
  await expect(page.getByText('7 of 2,000 hosts')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Group', exact: true })).toHaveAttribute(
    'aria-pressed',
    'true',
  )
  await expect(page.getByRole('button', { name: /^Sort: Address ↓/ })).toBeVisible()
  await expect(hostsOf(page).locator('[aria-current="true"]')).toContainText('10.10.2.112')
})

test('several hosts are chosen with the keys, and the link keeps them', async ({ page, open }) => {
  await open(`${release}?status=failed&order=address`)
  await expect(page.getByText('7 of 2,000 hosts')).toBeVisible()
  await hostsOf(page).focus()
  for (const key of ['Home', ' ', 'Shift+ArrowDown', 'Shift+ArrowDown']) await page.keyboard.press(key)
  // As fast as that, and loaded again at once: no key is lost, and the address has the last of them. The page hears the key
  // that loads again before the browser acts on it; this one does not act on keys, and its own way gives no notice.
  await page.keyboard.press('F5')
  await page.reload()
  await expect(page.getByText('7 of 2,000 hosts · 3 selected')).toBeVisible()
  const chosen = hostsOf(page).getByRole('option', { selected: true })
  await expect(chosen).toHaveCount(3)
  await expect(chosen.first()).toContainText('10.10.0.138')
  await hostsOf(page).focus()
  await page.keyboard.press('Control+a')
  await expect(page.getByRole('button', { name: 'Copy 7 addresses' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByText('selected')).toHaveCount(0)
  await expect(page).not.toHaveURL(/selected=/)
})

test('while hosts end one by one, the list stays where it is read', async ({ page, open }) => {
  await open('/biz/2/job-instances/20000000029/steps/20000002901')
  const totals = page.getByText(/^400 hosts · /)
  await expect(totals).toBeVisible()
  const list = hostsOf(page)
  await list.focus()
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'ArrowDown', ' ', 'Shift+ArrowDown'])
    await page.keyboard.press(key)
  await expect(page.getByText(/2 selected/)).toBeVisible()
  const opened = page.getByRole('heading', { level: 2, name: /^10\./ })
  const seen = () =>
    list.evaluate((box) => {
      const active = box.querySelector('[data-active]')
      const chosen = [...box.querySelectorAll('[role="option"][data-chosen]')]
      const nameOf = (option: Element | null) => option?.getAttribute('aria-label')?.split(',')[0]
      const top = active?.getBoundingClientRect().top ?? 0
      return {
        active: nameOf(active),
        // On screen, not in the list: the first host that ends brings a filter above it, which makes the list lower.
        top: top - (box.closest('section')?.getBoundingClientRect().top ?? 0),
        chosen: chosen.map(nameOf),
        hasFocus: document.activeElement === box,
      }
    })
  const before = await seen()
  expect(before).toMatchObject({ chosen: [expect.any(String), before.active], hasFocus: true })
  // Extending a selection opens nothing.
  const heading = before.chosen[0] ?? ''
  await expect(opened).toHaveText(heading)
  // A host ends every six seconds, which takes it away from above what is read here.
  for (let change = 0; change < 2; change += 1) {
    const words = (await totals.textContent()) ?? ''
    await expect(totals).not.toHaveText(words, { timeout: 30_000 })
  }
  expect(await seen()).toEqual(before)
  await expect(opened).toHaveText(heading)
})

test('a click on a part of the bar shows the hosts of that state', async ({ page, open }) => {
  await open(release)
  await railOf(page)
    .getByRole('img', { name: /^States of all hosts: 2,000 hosts · 7 failed/ })
    .waitFor()
  await railOf(page).locator('[data-status="9"]').click()
  await expect(page.getByText('1,993 of 2,000 hosts')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Success 1,993' })).toHaveAttribute('aria-pressed', 'true')
})

test('axe finds nothing in the grouped rail, its panels open, several hosts chosen', async ({
  page,
  open,
}) => {
  test.slow()
  await open(`${release}?group=result`)
  await hostsOf(page)
    .getByRole('option')
    .nth(1)
    .click({ modifiers: ['Control'] })
  await page.getByRole('button', { name: 'Filters' }).click()
  await expectAccessible(page)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Copy or export' }).click()
  await expectAccessible(page)
})
