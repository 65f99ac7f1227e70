import { expect, test } from './fixtures.ts'
import { exhibit, firstInView, linesInView, readerOf, settled } from './reader.ts'

/* The log reader: moving about in it, and what it shows. */

test('to the end of 200,000 lines, back, and to any line', async ({ page, open }) => {
  await open(exhibit('manyLines'))
  const { log, line, whole, chosen, focus } = readerOf(page)
  await whole('200,000 lines')
  await focus()
  await page.keyboard.press('G')
  await expect(line(200_000)).toBeInViewport()
  await expect(line(200_000)).toContainText('200000 chunk ERROR')
  await page.keyboard.press('g')
  await expect(line(1)).toBeInViewport()
  await page.keyboard.press('End')
  await expect(line(200_000)).toBeInViewport()
  await page.keyboard.press('Home')
  await expect(line(1)).toBeInViewport()
  await page.keyboard.press(':')
  await page.keyboard.type('123,456')
  await page.keyboard.press('Enter')
  await expect(line(123_456)).toBeInViewport()
  await expect(chosen).toContainText('123456 chunk ok')
  await log.evaluate((scroller) => scroller.scrollTo(0, scroller.scrollHeight / 2))
  await expect.poll(() => firstInView(log)).toBeGreaterThan(99_000)
  expect(await firstInView(log)).toBeLessThan(101_000)
})

test('the wheel and the keys move by lines, far into a log too @firefox', async ({ page, open }) => {
  await open(exhibit('manyLines', '&line=123456'))
  const { log, line, whole, focus } = readerOf(page)
  await whole('200,000 lines')
  await expect(line(123_456)).toBeInViewport()
  await focus()
  const first = await firstInView(log)
  const rowPx = (await line(123_456).boundingBox())?.height ?? 0
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => firstInView(log)).toBe(first + 1)
  await page.keyboard.press('ArrowUp')
  await expect.poll(() => firstInView(log)).toBe(first)
  const inView = await linesInView(log)
  await page.keyboard.press('PageDown')
  const next = await expect
    .poll(async () => (await firstInView(log)) - first)
    .toBeGreaterThan(inView.length - 4)
    .then(() => firstInView(log))
  expect(next - first, 'nothing is skipped').toBeLessThan(inView.length)
  await log.hover()
  await page.mouse.wheel(0, 3 * rowPx)
  await expect.poll(() => firstInView(log)).toBe(next + 3)
})

test('no row is ever blank while the wheel turns', async ({ page, open }) => {
  await open(exhibit('manyLines', '&line=100000'))
  const { log, line, whole } = readerOf(page)
  await whole('200,000 lines')
  await expect(line(100_000)).toBeInViewport()
  const first = await firstInView(log)
  await log.hover()
  const blank = log.evaluate(
    (scroller) =>
      new Promise<{ frames: number; blank: number }>((resolve) => {
        const seen = { frames: 0, blank: 0 }
        const look = () => {
          const { top, bottom } = scroller.getBoundingClientRect()
          const rows = [...scroller.querySelectorAll('[data-row]')].filter((row) => {
            const box = row.getBoundingClientRect()
            return box.bottom > top && box.top < bottom
          })
          seen.frames++
          if (rows.length < 10 || rows.some((row) => row.textContent === '')) seen.blank++
          if (document.title === 'enough') resolve(seen)
          else requestAnimationFrame(look)
        }
        look()
      }),
  )
  for (let turn = 0; turn < 40; turn++) await page.mouse.wheel(0, 240)
  await expect.poll(() => firstInView(log)).toBeGreaterThan(first + 400)
  await page.evaluate(() => {
    document.title = 'enough'
  })
  const seen = await blank
  expect(seen.frames).toBeGreaterThan(10)
  expect(seen.blank).toBe(0)
})

test('wrapped or not, the line that is read stays', async ({ page, open }) => {
  await page.setViewportSize({ width: 920, height: 560 })
  await open(exhibit('severities', '&line=60'))
  const { log, line, whole, focus } = readerOf(page)
  await whole('100 lines')
  await expect(line(60)).toBeInViewport()
  const overhangPx = () =>
    log.evaluate((scroller) => {
      const edge = scroller.getBoundingClientRect().left + scroller.clientWidth
      const texts = [...scroller.querySelectorAll('.log-text')]
      return Math.max(...texts.map((text) => Math.ceil(text.getBoundingClientRect().right - edge)))
    })
  const wide = await overhangPx()
  expect(wide, 'lines are longer than the view').toBeGreaterThan(0)
  // The line of the link stays where it is, not the first one in view: lines between the two need more rows now.
  const topPx = async () => ((await line(60).boundingBox())?.y ?? 0) - ((await log.boundingBox())?.y ?? 0)
  const linkedAt = await settled(topPx)
  await focus()
  await page.keyboard.press('w')
  await expect(page.getByRole('button', { name: 'Wrap long lines' })).toHaveAttribute('aria-pressed', 'true')
  await expect.poll(overhangPx).toBeLessThanOrEqual(0)
  expect(await topPx()).toBe(linkedAt)
  await page.keyboard.press('w')
  await expect.poll(overhangPx).toBeGreaterThan(0)
  expect(await topPx()).toBe(linkedAt)
})

test('a line of wide characters wraps without losing one', async ({ page, open }) => {
  await open(exhibit('wide'))
  const { log, whole, focus } = readerOf(page)
  await whole(/\d lines/)
  const long = log.getByRole('listitem').filter({ hasText: '长'.repeat(30) })
  await expect(long).toHaveCount(1)
  const number = await long.getAttribute('aria-posinset')
  await focus()
  await page.keyboard.press('w')
  await expect(long.nth(1)).toBeVisible()
  await long.first().click({ position: { x: 4, y: 4 } })
  const rows = log.locator(`[aria-posinset="${number}"]`)
  const texts = await rows.locator('.log-text').allTextContents()
  const widths = await rows.locator('.log-text').evaluateAll((all) => all.map((text) => text.scrollWidth))
  expect(new Set(texts.slice(0, -1).map((text) => text.length)).size, 'all rows but the last are full').toBe(
    1,
  )
  expect(Math.max(...widths)).toBeLessThanOrEqual(await log.evaluate(({ clientWidth }) => clientWidth))
  expect(texts.join('')).toMatch(/^长+$/)
})

test('a line of 4 MiB is walked through, and what is in it found @firefox', async ({ page, open }) => {
  await open(exhibit('oneLine'))
  const { log, line, whole, focus, bar, seek } = readerOf(page)
  await whole('3 lines · 4 MB')
  await expect(line(2)).toContainText('abcdefghij0123456789')
  await focus()
  await page.keyboard.press('G')
  await expect(line(3)).toBeInViewport()
  await expect(line(3)).toContainText('the line after it')
  await page.keyboard.press('PageUp')
  await expect.poll(async () => (await log.locator('[aria-posinset="2"]').count()) > 10).toBe(true)
  await page.keyboard.press('ControlOrMeta+f')
  await seek('needle')
  await expect(bar).toContainText('of 2')
  const current = log.locator('.log-match.current')
  const which = async () => /\d of 2/.exec(await bar.innerText())?.[0]
  const seen: number[] = []
  for (const _ of [1, 2]) {
    const before = await which()
    await page.keyboard.press('Enter')
    await expect.poll(which).not.toBe(before)
    await expect(current).toHaveText('needle')
    await expect(current).toBeInViewport()
    seen.push(
      Number(await current.evaluate((match) => match.closest('[data-row]')?.getAttribute('data-row'))),
    )
  }
  expect(Math.abs((seen[0] ?? 0) - (seen[1] ?? 0)), 'they are 2 MiB apart').toBeGreaterThan(200)
})

test('colours go on over lines, also where nobody has read what came before', async ({ page, open }) => {
  await open(exhibit('colours'))
  const { log, whole, focus, chosen, seek } = readerOf(page)
  await whole(/1,\d{3} lines/)
  const colourOf = (text: string) =>
    log
      .locator('.log-text span')
      .filter({ hasText: text })
      .first()
      .evaluate((span) => getComputedStyle(span).color)
  const plain = await log.evaluate((scroller) => getComputedStyle(scroller).color)
  await focus()
  await page.keyboard.press('ControlOrMeta+f')
  await page.keyboard.type('green begins here')
  await expect(log.locator('.log-match.current')).toBeInViewport()
  await expect.poll(() => colourOf('and is not switched off')).not.toBe(plain)
  const green = await colourOf('and is not switched off')
  await seek('line 490 goes on')
  await expect(log.locator('.log-match.current')).toBeInViewport()
  await expect.poll(() => colourOf('in green')).toBe(green)
  const found = log.locator('[data-row]:has(.log-match.current)')
  await expect(found).toContainText('line 490 goes on in green')
  const number = await found.getAttribute('aria-posinset')
  await open(exhibit('colours', `&line=${number}`))
  await expect(chosen).toContainText('line 490 goes on')
  await expect.poll(() => colourOf('in green'), 'after a jump straight there').toBe(green)
})

test('a progress bar is its last state, and shows the others when asked', async ({ page, open }) => {
  await open(exhibit('progress'))
  const { log, line, whole } = readerOf(page)
  await whole('10 lines')
  await expect(log.locator('[aria-posinset="2"]')).toHaveCount(1)
  await expect(line(2)).toContainText('] 100%')
  await line(2).getByRole('button', { name: '100 earlier states' }).click()
  await expect(log.locator('[aria-posinset="2"]').nth(20)).toBeAttached()
  await expect(line(2)).toContainText(/\] +0%/)
  await line(2).scrollIntoViewIfNeeded()
  await page.getByRole('button', { name: 'Go to the last line' }).click()
  await page.getByRole('button', { name: 'Go to the first line' }).click()
  await log.focus()
  for (let press = 0; press < 5; press++) await page.keyboard.press('PageDown')
  await log.getByRole('button', { name: 'Show only the last state of this line' }).click()
  await page.getByRole('button', { name: 'Go to the first line' }).click()
  await expect(log.locator('[aria-posinset="2"]')).toHaveCount(1)
})

test('hostile lines stay text, and what cannot be seen is marked', async ({ page, open }) => {
  await open(exhibit('hostile'))
  const { log, line, whole } = readerOf(page)
  await whole('16 lines')
  await expect(line(1)).toContainText('<script>document.title = "broken into"</script>')
  await expect(log.locator('script, img, iframe, h1, pre, object, svg, form')).toHaveCount(0)
  expect(await page.title()).not.toContain('broken into')
  await expect(log.getByText('U+000E').first()).toBeVisible()
  await expect(log.getByTitle('Invisible character U+000E')).toBeVisible()
})

test('links lead where they say, to the web only, and cannot reach back', async ({ page, open }) => {
  await open(exhibit('links'))
  const { line, whole } = readerOf(page)
  await whole('6 lines')
  await expect(line(1).getByRole('link', { name: '#42' })).toHaveAttribute(
    'href',
    'https://ci.demo.example/runs/42',
  )
  const dishonest = line(2).getByRole('link', { name: 'https://bank.example/' })
  await expect(dishonest).toHaveAttribute('href', 'https://elsewhere.example/')
  await expect(dishonest).toHaveAttribute('title', 'Leads to https://elsewhere.example/')
  await expect(line(3).locator('.log-text').getByRole('link')).toHaveCount(0)
  await expect(line(3)).toContainText('not a web address: run read')
  const plain = line(6).locator('.log-text').getByRole('link')
  await expect(plain).toHaveText([
    'https://demo.example/a_(b)',
    'http://demo.example/x',
    // One address, in as many elements as it has kinds of characters.
    'https://demo.example/',
    '路径',
  ])
  for (const part of [2, 3])
    await expect(plain.nth(part)).toHaveAttribute('href', 'https://demo.example/路径')
  for (const link of await page.getByRole('log').locator('.log-text a').all()) {
    expect(await link.getAttribute('rel')).toContain('noopener')
  }
})

test('errors: counted, the first, the next, the one before; warnings are none', async ({ page, open }) => {
  await open(exhibit('severities'))
  const { chosen, line, whole, tools, focus } = readerOf(page)
  await whole('100 lines')
  await expect(line(4).getByTitle('Error')).toBeVisible()
  await expect(line(6).getByTitle('Warning')).toBeVisible()
  await tools.getByRole('button', { name: /^\d+ errors$/ }).click()
  await expect(chosen).toContainText('job_fail:[config-invalid]')
  await focus()
  await page.keyboard.press('e')
  await expect(chosen).toContainText('安装 失败')
  await page.keyboard.press('e')
  await expect(chosen).toContainText('Out of memory')
  await page.keyboard.press('E')
  await expect(chosen).toContainText('安装 失败')
})

test('sections fold and unfold, and say how many lines are in them', async ({ page, open }) => {
  await open(exhibit('sections'))
  const { log, line, whole, menu } = readerOf(page)
  await whole('339 lines')
  await expect(line(3)).toBeVisible()
  await log.getByRole('button', { name: 'Fold “Run actions/checkout@v4”: 8 lines' }).click()
  await expect(line(3)).not.toBeAttached()
  await expect(log.getByRole('button', { name: '8 lines folded' })).toBeVisible()
  await expect(page.getByText(/^8 lines hidden: .*folded sections/)).toBeVisible()
  await log.getByRole('button', { name: 'Unfold “Run actions/checkout@v4”: 8 lines' }).click()
  await expect(line(3)).toBeVisible()
  await expect(log.getByRole('button', { name: 'Fold “Install dependencies”: 301 lines' })).toBeVisible()
  const panel = await menu('How the log is shown')
  await panel.getByRole('button', { name: 'Fold all', exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(log.getByRole('listitem').filter({ hasText: 'added package-0' })).toHaveCount(0)
  await page.getByRole('button', { name: 'Show all' }).click()
  await expect(log.getByText('added package-0')).toBeVisible()
})

test.describe('a browser in another zone', () => {
  test.use({ timezoneId: 'UTC' })

  test('times: of day in the own zone, since the start, since the line before', async ({ page, open }) => {
    await open(exhibit('severities'))
    const { line, whole, menu } = readerOf(page)
    await whole('100 lines')
    const panel = await menu('How the log is shown')
    const time = panel.getByRole('combobox', { name: 'Time', exact: true })
    await time.selectOption('As date and time')
    // 09:00:03 on the clocks of the platform, which are those of Shanghai.
    await expect(line(5).locator('.log-time')).toContainText('01:00:03.000')
    await time.selectOption('Since the start')
    await expect(line(5).locator('.log-time')).toHaveText('+0:00:03.000')
    await time.selectOption('Since the line before')
    await expect(line(5).locator('.log-time')).toHaveText('+1.0 s')
    await expect(line(1).locator('.log-time')).toHaveText('')
  })
})
