/*
 * What a person sees of a log, whatever elements a viewer makes of it: the text nodes within the viewer's window.
 * Read after a paint, when layout is clean and reading costs nothing.
 */

const rowPx = 20

/** Pieces of text in the window of `view`, with where they stand. */
function piecesIn(view) {
  const frame = view.getBoundingClientRect()
  const boxes = new Map()
  const pieces = []
  const walker = document.createTreeWalker(view, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const { parentElement } = node
    const box = boxes.get(parentElement) ?? parentElement.getBoundingClientRect()
    boxes.set(parentElement, box)
    if (box.bottom <= frame.top || box.top >= frame.bottom || box.height === 0) continue
    pieces.push({ text: node.data, top: box.top - frame.top, bottom: box.bottom - frame.top })
  }
  return { pieces, heightPx: view.clientHeight }
}

/** Rows' worth of window without any text. Only within the log: call it where the log is longer than the window. */
export function blankRows(view) {
  const { pieces: all, heightPx } = piecesIn(view)
  // A line number alone is no text.
  const pieces = all.filter(({ text }) => /[^\d\s]/.test(text.slice(0, 200))).sort((a, b) => a.top - b.top)
  let coveredPx = 0
  let blank = 0
  for (const { top, bottom } of [...pieces, { top: heightPx, bottom: heightPx }]) {
    // Text stands in the middle of its row: only a gap of a whole row and more is one.
    if (top - coveredPx > rowPx * 1.5) blank += Math.floor((top - coveredPx) / rowPx)
    coveredPx = Math.max(coveredPx, bottom)
  }
  return blank
}

/** The text in the window of `view`, in order of its elements, one line a row: viewers cut rows into spans. */
export function textIn(view) {
  let text = ''
  let lastMiddle = null
  for (const piece of piecesIn(view).pieces) {
    const middle = (piece.top + piece.bottom) / 2
    const isSameRow = lastMiddle !== null && Math.abs(middle - lastMiddle) < rowPx / 2
    text += isSameRow ? piece.text : `\n${piece.text}`
    lastMiddle = middle
  }
  return text
}

/** The numbers that lines carry in their text (`lines.js`). */
export function lineNumbersOf(text) {
  // Monaco paints no-break spaces.
  return [...text.matchAll(/seq=(\d+)[ \u00a0]rc=/g)].map((match) => Number(match[1]))
}
