import type { KeyActions } from './rows/log-keys.ts'
import type { Reader } from './use-reader.ts'

interface MoreKeys {
  readonly toEnd: () => void
  readonly showKeys: () => void
}

/** What the keys of the reader do. */
export function readerKeys(reader: Reader, { toEnd, showKeys }: MoreKeys): KeyActions {
  const { props, at, preferences, searching, out } = reader
  return {
    scroll: at.scroll,
    toTop: at.scroll.toStart,
    toEnd,
    selectWhole: () => reader.selectWhole(true),
    copy: () => copySelected(reader),
    unselect: () => unselect(reader),
    toggleFold: () => toggleFold(reader),
    moveLine: reader.cursor.move,
    openSearch: searching.open,
    findMatch: reader.finding.find,
    findError: reader.errors.go,
    askForLine: () => lineField(at.element)?.focus(),
    toggleWrap: () => reader.setPreferences({ ...preferences, wrap: !preferences.wrap }),
    toggleFollow: () => (props.live || props.follow) && props.onFollowChange(!props.follow),
    showKeys: () => {
      out.setNotice(null)
      showKeys()
    },
  }
}

/** What the browser has selected it copies by itself, and asks us for the text then. */
function copySelected({ isWholeSelected, selected, choice, out }: Reader): boolean {
  if (isWholeSelected) out.copy('text', 'whole')
  else if (selected.range() !== null || choice.chosen === null) return false
  else out.copy('text')
  return true
}

function unselect({ isWholeSelected, selectWhole, selected, choice }: Reader): boolean {
  if (isWholeSelected) selectWhole(false)
  else if (selected.range() !== null) document.getSelection()?.removeAllRanges()
  else if (choice.chosen !== null) choice.choose(null)
  else return false
  return true
}

/** The row with the focus is that of the chosen line. */
function toggleFold({ at, cursor, searching }: Reader): boolean {
  const row = cursor.focusedRowIndex === null ? undefined : at.view?.peek(cursor.focusedRowIndex)
  if (row === undefined) return false
  if (row.kind === 'gap' && row.reason === 'filter') searching.showAll()
  else if (row.kind === 'gap') at.toggleSection(row.firstLineIndex - 1)
  else if (row.section !== null) at.toggleSection(row.lineIndex)
  else if (row.overwrittenCount > 0 || at.expandedLines.includes(row.lineIndex))
    at.toggleStates(row.lineIndex)
  else return false
  return true
}

function lineField(element: HTMLElement | null): HTMLElement | null {
  return element?.closest('.log-viewer')?.querySelector('.log-line-field') ?? null
}
