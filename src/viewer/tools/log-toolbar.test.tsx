import { useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { LanguageProvider, loadMessages, type Messages } from '#i18n'
import { LogSurface } from '../look/log-surface.tsx'
import { defaultLogPreferences } from './log-preferences.ts'
import { LogToolbar, type LogToolbarProps } from './log-toolbar.tsx'

beforeEach(async () => {
  await page.viewport(1000, 700)
})

interface Shown {
  /** What was asked for, in order. */
  readonly asked: unknown[]
  readonly set: (props: Partial<LogToolbarProps>) => void
}

/** The toolbar over a log of 1,204 lines, under a page that does what it is asked with preferences only. */
function show(given: Partial<LogToolbarProps> = {}, messages?: Messages): Shown {
  const asked: unknown[] = []
  const ask =
    (what: string) =>
    (...details: readonly unknown[]): void => {
      asked.push([what, ...details])
    }
  let set: Shown['set'] = () => undefined
  const element = document.createElement('div')
  element.style.height = '400px'
  document.body.append(element)
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })

  function Page() {
    const [props, setProps] = useState(given)
    const [preferences, setPreferences] = useState(defaultLogPreferences)
    set = (more) => setProps((before) => ({ ...before, ...more }))
    return (
      <LogSurface>
        <LogToolbar
          snapshot={{
            lineCount: 1204,
            byteLength: 98_765,
            complete: true,
            revision: 0,
            hiddenLineCounts: { filter: 0, fold: 0 },
          }}
          notice={null}
          growing={false}
          follow={false}
          onFollowChange={ask('follow')}
          onGoToLines={ask('line')}
          onTop={ask('top')}
          onEnd={ask('end')}
          onCopy={ask('copy')}
          onSave={ask('save')}
          onStop={ask('stop')}
          selectedLineCount={() => null}
          isFiltered={false}
          canLink={true}
          errors={{ count: 12, go: ask('error') }}
          isSearchOpen={false}
          onSearch={ask('search')}
          preferences={preferences}
          onPreferencesChange={(change) => {
            const changed = { ...preferences, ...change(preferences) }
            asked.push(['preferences', changed])
            setPreferences(changed)
          }}
          sectionCount={3}
          onFoldAll={ask('fold')}
          onShortcuts={ask('keys')}
          {...props}
        />
        <button type="button" style={{ position: 'absolute', bottom: 0 }}>
          elsewhere
        </button>
      </LogSurface>
    )
  }
  const shown = <Page />
  root.render(
    messages === undefined ? (
      shown
    ) : (
      <LanguageProvider initialLanguage="en" initialMessages={messages}>
        {shown}
      </LanguageProvider>
    ),
  )
  return { asked, set: (props) => set(props) }
}

const button = (name: string | RegExp) => page.getByRole('button', { name })

test('errors: how many, and the ways to them; nothing while there is none', async () => {
  const { asked, set } = show()
  await button('12 errors').click()
  await button('Next error').click()
  await button('Previous error').click()
  expect(asked).toEqual([
    ['error', 'first'],
    ['error', 'next'],
    ['error', 'previous'],
  ])
  set({ errors: { count: 1, go: () => undefined } })
  await expect.element(button('1 error')).toBeVisible()
  set({ errors: { count: 0, go: () => undefined } })
  await expect.element(button('Next error')).not.toBeInTheDocument()
})

test('goes to a line, to both ends, and into the search, also by its key', async () => {
  const { asked } = show()
  await button('Go to the first line').click()
  await button('Go to the last line').click()
  await page.getByRole('textbox', { name: 'Go to line' }).fill('1,200')
  await userEvent.keyboard('{Enter}{Control>}f{/Control}')
  await button('Search in the log').click()
  expect(asked).toEqual([['top'], ['end'], ['line', { first: 1200, last: 1200 }], ['search'], ['search']])
})

test('how the log is shown: each choice is added to those before', async () => {
  const { asked } = show()
  await button('Wrap long lines').click()
  await expect.element(button('Wrap long lines')).toHaveAttribute('aria-pressed', 'true')
  const menu = button('How the log is shown')
  await expect.element(menu).toHaveAttribute('aria-expanded', 'false')
  await menu.click()
  await expect.element(menu).toHaveAttribute('aria-expanded', 'true')
  await page.getByRole('checkbox', { name: 'Line numbers' }).click()
  await page.getByRole('combobox', { name: 'Time' }).selectOptions('Since the start')
  const size = page.getByRole('slider', { name: 'Text size' })
  size.element().focus()
  await userEvent.keyboard('{ArrowRight}{ArrowRight}')
  await expect.element(size).toHaveAttribute('aria-valuetext', '15 px')
  expect(asked.at(-1)).toEqual([
    'preferences',
    { ...defaultLogPreferences, wrap: true, lineNumbers: false, time: 'since-start', fontPx: 15 },
  ])
  await button('Unfold all').click()
  expect(asked.at(-1)).toEqual(['fold', false])
})

test('a menu closes with Escape, giving the focus back, and with a click elsewhere', async () => {
  show()
  const menu = button('How the log is shown')
  await menu.click()
  await expect.element(page.getByRole('checkbox', { name: 'Line numbers' })).toBeVisible()
  await userEvent.keyboard('{Tab}{Escape}')
  await expect.element(page.getByRole('checkbox', { name: 'Line numbers' })).not.toBeInTheDocument()
  await expect.element(menu).toHaveFocus()
  await menu.click()
  await expect.element(page.getByRole('checkbox', { name: 'Line numbers' })).toBeVisible()
  await button('elsewhere').click()
  await expect.element(page.getByRole('checkbox', { name: 'Line numbers' })).not.toBeInTheDocument()
})

test('copies what is selected in four ways, and closes; without addresses there is no link to copy', async () => {
  const { asked, set } = show({ selectedLineCount: () => 2 })
  await button('Copy the log').click()
  await expect.element(page.getByText('2 selected lines:')).toBeVisible()
  await button('Copy as Markdown with a link').click()
  await expect.element(button('Copy as text')).not.toBeInTheDocument()
  set({ canLink: false, selectedLineCount: () => null })
  await button('Copy the log').click()
  await expect.element(page.getByText('The whole log:')).toBeVisible()
  await expect.element(button('Copy as Markdown with a link')).not.toBeInTheDocument()
  set({ isFiltered: true })
  await expect.element(page.getByText('The lines shown, without the hidden ones:')).toBeVisible()
  await button('Copy with colours').click()
  expect(asked).toEqual([
    ['copy', 'markdown'],
    ['copy', 'ansi'],
  ])
})

test('what was masked is said, and can be had unchanged', async () => {
  const { asked, set } = show({ notice: { kind: 'copied', lineCount: 1204, maskedCount: 3, hiddenCount: 6 } })
  await expect
    .element(page.getByRole('status'))
    .toHaveTextContent('3 secrets masked. Left out, since a filter or a fold hides them: 6 lines.')
  await button('Copy unchanged, secrets included').click()
  set({ notice: { kind: 'saved', maskedCount: 1 } })
  await expect.element(page.getByRole('status')).toHaveTextContent('Downloaded, 1 secret masked.')
  await button('Download unchanged, secrets included').click()
  set({ notice: { kind: 'copied', lineCount: 1, maskedCount: 0, hiddenCount: 0 } })
  await expect.element(page.getByRole('status')).toHaveTextContent('Copied 1 line.')
  await expect.element(button(/unchanged/)).not.toBeInTheDocument()
  expect(asked).toEqual([
    ['copy', 'raw'],
    ['save', 'raw'],
  ])
})

test('an empty log has nothing to copy, download or go to', async () => {
  show({
    snapshot: {
      lineCount: 0,
      byteLength: 0,
      complete: true,
      revision: 0,
      hiddenLineCounts: { filter: 0, fold: 0 },
    },
  })
  for (const name of ['Copy the log', 'Download the log', 'Go to the first line', 'Go to the last line'])
    await expect.element(button(name)).toBeDisabled()
})

test('on a phone the tools stay in one row, and every one of them can be reached', async () => {
  await page.viewport(360, 700)
  const { asked } = show()
  const toolbar = page.getByRole('toolbar')
  await expect.element(toolbar).toBeVisible()
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(360)
  expect(toolbar.element().getBoundingClientRect().height).toBeLessThanOrEqual(100)
  await button('Keyboard shortcuts').click()
  await button('Download the log').click()
  const panel = page.getByRole('group', { name: 'Download the log' })
  await button('Download as text').click()
  await expect.element(panel).not.toBeInTheDocument()
  expect(asked).toEqual([['keys'], ['save', 'text']])
})

test('tools are large enough to be hit', async () => {
  show()
  await expect.element(button('12 errors')).toBeVisible()
  for (const tool of document.querySelectorAll(
    '.log-toolbar :is(button, input:not([type=checkbox]), label)',
  )) {
    const { width, height } = tool.getBoundingClientRect()
    expect([tool.textContent, Math.min(width, height) >= 24]).toEqual([tool.textContent, true])
  }
})

test('the zone of the time column is chosen among all, the likely ones first, and named above the lines', async () => {
  show({ naiveTimeZone: 'Asia/Shanghai' }, await loadMessages('en'))
  await page.getByRole('button', { name: 'How the log is shown' }).click()
  const zone = page.getByRole('combobox', { name: 'Zone of all times' })
  await expect.element(zone).not.toBeInTheDocument()
  await page.getByRole('combobox', { name: 'Time', exact: true }).selectOptions('As date and time')
  await expect.element(zone).toBeVisible()
  const select = zone.element() as HTMLSelectElement
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  expect(select.value).toBe(own)
  expect(select.options[0]?.textContent).toContain('this browser')
  expect([...select.options].slice(0, 3).map(({ value }) => value)).toContain('Asia/Shanghai')
  expect(select.options.length).toBeGreaterThan(300)
  await expect.element(page.getByText(`Times in ${own}`)).toBeVisible()
  await zone.selectOptions('America/New_York')
  await expect.element(page.getByText('Times in America/New_York')).toBeVisible()
  await expect.element(zone).toHaveValue('America/New_York')
})
