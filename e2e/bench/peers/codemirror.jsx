import { SearchCursor } from '@codemirror/search'
import { EditorState } from '@codemirror/state'
import { EditorView, lineNumbers } from '@codemirror/view'
import { dragBy } from '../page/scroller.js'
import { fetchLogText, readTail } from '../page/source.js'

/** CodeMirror 6, read-only, with line numbers. Its search panel counts nothing: its cursor walks all matches. */
export function createViewer(root) {
  const font = EditorView.theme({
    '&': { height: '760px' },
    '.cm-scroller': { fontFamily: 'monospace', fontSize: '13px', lineHeight: '20px' },
  })
  const extensions = [EditorState.readOnly.of(true), lineNumbers(), font]
  const view = new EditorView({ state: EditorState.create({ extensions }), parent: root })
  const reveal = (position) => view.dispatch({ effects: EditorView.scrollIntoView(position) })
  return {
    view: () => view.scrollDOM,
    load: async (url) => view.setState(EditorState.create({ doc: await fetchLogText(url), extensions })),
    toEnd: () => reveal(view.state.doc.length),
    toStart: () => reveal(0),
    drag: dragBy(() => view.scrollDOM),
    search: (needle) => countMatches(view.state.doc, needle),
    tail: (url) =>
      readTail(url, (text) => {
        view.dispatch({ changes: { from: view.state.doc.length, insert: text } })
        reveal(view.state.doc.length)
      }),
  }
}

function countMatches(doc, needle) {
  let count = 0
  for (const cursor = new SearchCursor(doc, needle); !cursor.next().done; ) count += 1
  return count
}
