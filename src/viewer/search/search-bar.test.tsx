import { useCallback, useState } from 'react'
import { createRoot } from 'react-dom/client'
import { beforeEach, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { FoundMatch, SearchQuery } from '#log'
import { LogSurface } from '../look/log-surface.tsx'
import { SearchBar } from './search-bar.tsx'
import { type LineSearch, searchLines } from './search-in-lines.fixture.ts'
import { noSearch, type SearchSettings, soughtQuery } from './search-settings.ts'
import { useLogSearch } from './use-log-search.ts'

beforeEach(() => page.viewport(1000, 700))

interface Shown {
  /** Every search opened, the newest last. */
  readonly searches: LineSearch[]
  readonly found: FoundMatch[]
  settings: SearchSettings
  change: (settings: SearchSettings) => void
  closed: number
  entered: number
  readonly newest: () => LineSearch
}

interface Options {
  readonly settings?: Partial<SearchSettings>
  /** The searches look at nothing by themselves. */
  readonly isHeld?: boolean
  /** First line in view. */
  readonly topLine?: number
  /** An address says where the reader is wanted. */
  readonly isLinked?: boolean
}

const lines = [
  'starting work',
  'error: one, Error: two',
  'working',
  'an error again',
  ...Array.from({ length: 96 }, (_, index) => `worker ${index}`),
]

function show({ settings: given = {}, isHeld = false, topLine = 0, isLinked = false }: Options = {}): Shown {
  const shown: Shown = {
    searches: [],
    found: [],
    settings: { ...noSearch, ...given },
    change: () => undefined,
    closed: 0,
    entered: 0,
    newest: () => shown.searches.at(-1) as LineSearch,
  }
  const element = document.createElement('div')
  document.body.append(element)
  const root = createRoot(element)
  onTestFinished(() => {
    root.unmount()
    element.remove()
  })

  function Reader() {
    const [settings, setSettings] = useState(shown.settings)
    Object.assign(shown, { settings, change: setSettings })
    const open = useCallback((query: SearchQuery) => {
      const search = searchLines(lines, query, isHeld)
      shown.searches.push(search)
      return search
    }, [])
    const finding = useLogSearch({
      query: soughtQuery(settings),
      open,
      placeNow: () => ({ lineIndex: topLine, pieceIndex: 0, offset: 0 }),
      onFound: (match) => shown.found.push(match),
      startsAtMatch: () => !isLinked,
    })
    return (
      <LogSurface>
        <SearchBar
          settings={settings}
          onChange={setSettings}
          finding={finding}
          lineCount={lines.length}
          focusRequest={1}
          onEnterLines={() => {
            shown.entered += 1
          }}
          onClose={() => {
            shown.closed += 1
          }}
        />
      </LogSurface>
    )
  }
  root.render(<Reader />)
  return shown
}

const field = () => page.getByRole('searchbox', { name: 'Search' })
const bar = () => page.getByRole('group', { name: 'Search in the log' })
/** The words that are seen: those said aloud follow later, in an element of their own. */
const count = () => {
  const words = document.querySelector('.log-search-count')?.firstChild
  return words instanceof Text ? words.data : ''
}
const counted = (words: string) => expect.poll(count).toBe(words)
/** Types a text and presses a key in one go: a busy machine must not let the pause after typing pass between the two. */
const typeAndPress = (text: string, key: KeyboardEventInit) => {
  const input = field().element() as HTMLInputElement
  input.focus()
  input.select()
  document.execCommand('insertText', false, text)
  input.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, cancelable: true, ...key }))
}
const foundLines = (shown: Shown) => shown.found.map(({ lineIndex }) => lineIndex)

test('has the cursor at once; a word typed in one go is searched once, and its first match gone to', async () => {
  const shown = show()
  await expect.element(field()).toHaveFocus()
  await userEvent.keyboard('error')
  await counted('1 of 3')
  expect(shown.searches.at(-1)?.query).toEqual({ ...noSearch.query, text: 'error' })
  expect(shown.searches.length).toBeLessThan(5)
  expect(shown.searches.slice(0, -1).every((search) => search.isClosed())).toBe(true)
  expect(foundLines(shown).at(-1)).toBe(1)
})

test('begins where the reader is, and turns around at both ends, saying so', async () => {
  const shown = show({ topLine: 2 })
  await field().fill('error')
  await counted('3 of 3')
  await userEvent.keyboard('{Enter}')
  await counted('1 of 3, from the top again')
  await userEvent.keyboard('{F3}')
  await counted('2 of 3')
  await userEvent.keyboard('{Shift>}{Enter}{/Shift}')
  await counted('1 of 3')
  await userEvent.keyboard('{Shift>}{F3}{/Shift}')
  await counted('3 of 3, from the end again')
  expect(foundLines(shown)).toEqual([3, 1, 1, 1, 3])
})

test('Ctrl+G steps as in the search of the browser, and n on a button of the bar', async () => {
  const shown = show()
  await expect.element(field()).toHaveFocus()
  // Typed a moment ago: the step is the one to the first match.
  typeAndPress('error', { key: 'g', code: 'KeyG', ctrlKey: true })
  await counted('1 of 3')
  await userEvent.keyboard('{Control>}g{/Control}')
  await counted('2 of 3')
  await userEvent.keyboard('{Control>}{Shift>}g{/Shift}{/Control}')
  await counted('1 of 3')
  await userEvent.keyboard('n')
  await expect.element(field()).toHaveValue('errorn')
  await field().fill('error')
  await counted('1 of 3')
  await userEvent.keyboard('{Tab}n')
  await counted('2 of 3')
  await userEvent.keyboard('N')
  await counted('1 of 3')
  expect(shown.closed).toBe(0)
})

test('↓ goes into the lines, and the search stays', async () => {
  const shown = show()
  await field().fill('error')
  await userEvent.keyboard('{ArrowDown}')
  expect(shown.entered).toBe(1)
  await counted('1 of 3')
  expect(shown.closed).toBe(0)
})

test('in little room it is one row, its options behind a button that tells when they are used', async () => {
  await page.viewport(360, 740)
  const shown = show()
  const heightPx = () => bar().element().getBoundingClientRect().height
  await field().fill('error')
  await counted('1 of 3')
  expect(heightPx()).toBeLessThan(50)
  await expect.element(page.getByRole('button', { name: 'Match case' })).not.toBeInTheDocument()
  const options = page.getByRole('button', { name: 'How to search, and which lines to show' })
  await expect.element(options).toHaveAttribute('aria-expanded', 'false')
  await options.click()
  await page.getByRole('button', { name: 'Match case' }).click()
  await page.getByRole('checkbox', { name: 'Matching lines only' }).click()
  await counted('1 of 2')
  await page.getByRole('button', { name: 'which lines to show: changed' }).click()
  await expect.element(page.getByRole('checkbox', { name: 'Matching lines only' })).not.toBeInTheDocument()
  expect(heightPx()).toBeLessThan(50)
  expect(shown.settings.isFiltering).toBe(true)
  const inRow = [...bar().element().querySelectorAll('button')].filter((button) => button.checkVisibility())
  expect(inRow.every((button) => button.getBoundingClientRect().right <= 360)).toBe(true)
})

test('Enter does not wait for the pause after typing, and a held key passes no match by', async () => {
  const shown = show()
  await expect.element(field()).toHaveFocus()
  typeAndPress('error', { key: 'Enter' })
  await null
  expect(shown.settings.query.text).toBe('error')
  await counted('1 of 3')
  await userEvent.keyboard('{Enter}{Enter}')
  await counted('3 of 3')
  expect(shown.found.map(({ number }) => number)).toEqual([1, 2, 3])
})

test('buttons go on and back, and rest while there is nothing to go to', async () => {
  show()
  const next = page.getByRole('button', { name: 'Next match' })
  const previous = page.getByRole('button', { name: 'Previous match' })
  await expect.element(next).toBeDisabled()
  await field().fill('error')
  await counted('1 of 3')
  await next.click()
  await counted('2 of 3')
  await previous.click()
  await counted('1 of 3')
})

test('case, whole words and expressions are pressed by button and by letter', async () => {
  const shown = show()
  await field().fill('error')
  await counted('1 of 3')
  await page.getByRole('button', { name: 'Match case' }).click()
  await counted('1 of 2')
  await expect
    .element(page.getByRole('button', { name: 'Match case' }))
    .toHaveAttribute('aria-pressed', 'true')
  await field().fill('work')
  await counted('2 of 98')
  await userEvent.keyboard('{Alt>}w{/Alt}')
  await counted('1 of 1, from the top again')
  await userEvent.keyboard('{Alt>}w{/Alt}{Alt>}r{/Alt}{Alt>}c{/Alt}')
  await expect.poll(() => shown.settings.query).toEqual({ ...noSearch.query, text: 'work', isRegex: true })
})

test('a letter on its way to a character is not searched, and its Enter is not ours', async () => {
  const shown = show()
  await expect.element(field()).toHaveFocus()
  const input = field().element() as HTMLInputElement
  input.dispatchEvent(new CompositionEvent('compositionstart', { bubbles: true }))
  await field().fill('err')
  input.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Enter', isComposing: true, bubbles: true, cancelable: true }),
  )
  input.dispatchEvent(
    new KeyboardEvent('keydown', { key: 'Escape', isComposing: true, bubbles: true, cancelable: true }),
  )
  await new Promise((resolve) => setTimeout(resolve, 200))
  expect([shown.searches.length, shown.closed]).toEqual([0, 0])
  input.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }))
  await counted('1 of 3')
})

test('says how far it is, that there is nothing, and what is wrong with an expression', async () => {
  const shown = show({ isHeld: true })
  await field().fill('error')
  await expect.poll(() => shown.searches.length).toBe(1)
  shown.newest().scanTo(40)
  await counted('1 of 3 so far, 40% searched')
  shown.newest().scanTo(100)
  await counted('1 of 3')
  await field().fill('nowhere')
  await expect.poll(() => shown.searches.length).toBe(2)
  shown.newest().scanTo(10)
  await counted('searching 10%… 0 so far')
  shown.newest().scanTo(100)
  await counted('no matches')
  await field().fill('(')
  await page.getByRole('button', { name: 'Regular expression' }).click()
  await counted('Not a regular expression: Unterminated group')
  await expect.element(field()).toHaveAttribute('aria-invalid', 'true')
})

test('an expression that was stopped says where, and what to do', async () => {
  const shown = show()
  await field().fill('error')
  await counted('1 of 3')
  shown.newest().say({ ...shown.newest().state(), phase: 'too-slow', count: 312, slowLineIndex: 41_999 })
  await expect.poll(count).toContain('takes too long at line 42,000 (312 matches before it)')
  expect(count()).toContain('search for plain text')
})

test('a line so long that an expression saw it in parts is named', async () => {
  const shown = show()
  await field().fill('error')
  await counted('1 of 3')
  shown.newest().say({ ...shown.newest().state(), phase: 'done', cutLineIndex: 2 })
  await expect.poll(count).toContain('1 of 3 (line 3 is over 8 MiB')
})

test('what the address asks for is gone to, from the top', async () => {
  const shown = show({ settings: { query: { ...noSearch.query, text: 'again' } } })
  await counted('1 of 1')
  expect(foundLines(shown)).toEqual([3])
})

test('what an address asks for that names lines too is counted, and moves nothing until asked', async () => {
  const shown = show({ settings: { query: { ...noSearch.query, text: 'error' } }, isLinked: true })
  await counted('3 matches')
  expect(shown.found).toEqual([])
  await userEvent.keyboard('{Enter}')
  await counted('1 of 3')
})

test('a text changed elsewhere is shown; our own coming back takes no letter away', async () => {
  const shown = show()
  await field().fill('err')
  await expect.poll(() => shown.settings.query.text).toBe('err')
  shown.change({ ...shown.settings, query: { ...noSearch.query, text: 'work' } })
  await expect.element(field()).toHaveValue('work')
  await field().fill('')
  await expect.poll(() => shown.settings.query.text).toBe('')
  await counted('')
  expect(shown.searches.every((search) => search.isClosed())).toBe(true)
})

test('says the count aloud, once it stands', async () => {
  show()
  await field().fill('error')
  await expect.element(bar().getByRole('status')).toHaveTextContent('1 of 3')
})

test('shows matching lines only, with lines around them, the others, and by severity', async () => {
  const shown = show()
  const around = page.getByRole('combobox', { name: 'With' })
  await expect.element(around).not.toBeInTheDocument()
  await field().fill('error')
  await page.getByRole('checkbox', { name: 'Matching lines only' }).click()
  await around.selectOptions('3 lines around')
  const alsoMatching = page.getByText('Lines around the others are shown even if they match.')
  await expect.element(alsoMatching).not.toBeInTheDocument()
  await page.getByRole('checkbox', { name: 'The others instead' }).click()
  await expect.element(alsoMatching).toBeVisible()
  await page.getByRole('combobox', { name: 'Show' }).selectOptions('Errors')
  await expect
    .poll(() => shown.settings)
    .toEqual({
      query: { ...noSearch.query, text: 'error' },
      isFiltering: true,
      contextLines: 3,
      inverse: true,
      minSeverity: 'error',
    })
})

test('Escape closes', async () => {
  const shown = show()
  await expect.element(field()).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(shown.closed).toBe(1)
})
