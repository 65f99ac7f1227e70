const limitMs = 20_000

/**
 * Searches as the viewer offers it: typed into its field, or by its own function where its box doesn't count.
 * @returns {Promise<{ ms: number | null, count: number | null } | null>} `ms` null: the right count never stood there;
 *   null: it has no search of its own
 */
export async function search({ session, can }, needle, expected) {
  if (can.search) return await session.page.evaluate((text) => globalThis.bench.search(text), needle)
  if (can.searchBox) return await searchTyped(session.page, can.searchBox, needle, expected)
  return null
}

async function searchTyped(page, { key, input, submit }, needle, expected) {
  const field = page.locator(input).first()
  if (key !== undefined) {
    await page.mouse.click(600, 400)
    await page.keyboard.press(key)
  }
  const isThere = await field.waitFor({ state: 'visible', timeout: 2000 }).then(
    () => true,
    () => false,
  )
  if (!isThere) return null
  await field.fill('')
  const answer = page.evaluate(([count, ms]) => globalThis.bench.searchTyped(count, ms), [expected, limitMs])
  answer.catch(() => undefined)
  // The page listens before the text comes: evaluations are carried out in order.
  await page.evaluate(() => undefined)
  await field.focus()
  await page.keyboard.insertText(needle)
  // Who has typed all of it need not wait for a viewer that waits for more.
  if (submit !== undefined) await page.keyboard.press(submit)
  return await answer
}
