import type { KeyActions } from './rows/log-keys.ts'
import { rowIndexOf } from './rows/row-places.ts'
import type { Reader } from './use-reader.ts'

interface MoreKeys {
  readonly toEnd: () => void
  readonly showKeys: () => void
}

/** What the keys of the reader do. `latest` answers the reader as it is when a key is acted on. */
export function readerKeys(latest: () => Reader, { toEnd, showKeys }: MoreKeys): KeyActions {
  const { props, at, searching, out, turns } = latest()
  /** After the keys before it; whether it is one of ours can only be said when there are none. */
  const inTurn = (act: (reader: Reader) => boolean): boolean => {
    if (!turns.isBusy()) return act(latest())
    turns.add(() => act(latest()))
    return true
  }
  return {
    scroll: at.scroll,
    toTop: at.scroll.toStart,
    toEnd,
    selectWhole: () => latest().selectWhole(true),
    copy: () => inTurn(copySelected),
    unselect: () => {
      const isBusy = turns.isBusy()
      turns.drop()
      return unselect(latest()) || isBusy
    },
    toggleFold: () => inTurn(toggleFold),
    moveLine: (step, extend) => turns.add((isWanted) => latest().cursor.move(step, extend, isWanted)),
    openSearch: searching.open,
    findMatch: latest().finding.find,
    findError: latest().errors.go,
    askForLine: () => lineField(at.element)?.focus(),
    toggleWrap: () => latest().setPreferences(({ wrap }) => ({ wrap: !wrap })),
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
  else if (choice.chosenNow() !== null) choice.choose(null)
  else return false
  return true
}

/** The row with the focus is that of the chosen line. */
function toggleFold({ at, searching }: Reader): boolean {
  const rowIndex = rowIndexOf(document.activeElement)
  const row = rowIndex === null ? undefined : at.view?.peek(rowIndex)
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
