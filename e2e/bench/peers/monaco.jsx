import * as monaco from 'monaco-editor/editor/editor.api'
import EditorWorker from 'monaco-editor/editor/editor.worker?worker'
import { fetchLogText, readTail } from '../page/source.js'

globalThis.MonacoEnvironment = { getWorker: () => new EditorWorker() }

/** Monaco, read-only, plain text, no minimap. Its find widget stops at 19,999: the model's search counts all. */
export function createViewer(root) {
  const model = monaco.editor.createModel('', 'plaintext')
  const editor = monaco.editor.create(root, {
    model,
    readOnly: true,
    minimap: { enabled: false },
    wordWrap: 'off',
    lineHeight: 20,
    fontSize: 13,
    smoothScrolling: false,
    scrollBeyondLastLine: false,
  })
  return {
    view: () => root.querySelector('.view-lines')?.parentElement?.parentElement ?? root,
    load: async (url) => model.setValue(await fetchLogText(url)),
    toEnd: () => editor.revealLine(model.getLineCount(), monaco.editor.ScrollType.Immediate),
    toStart: () => editor.revealLine(1, monaco.editor.ScrollType.Immediate),
    drag: (fraction) => editor.setScrollTop(fraction * (editor.getScrollHeight() - 760)),
    search: (needle) =>
      model.findMatches(needle, false, false, true, null, false, Number.MAX_SAFE_INTEGER).length,
    tail: (url) => readTail(url, (text) => append(text, model, editor)),
  }
}

function append(text, model, editor) {
  const lineNumber = model.getLineCount()
  const column = model.getLineMaxColumn(lineNumber)
  model.applyEdits([{ range: new monaco.Range(lineNumber, column, lineNumber, column), text }])
  editor.revealLine(model.getLineCount(), monaco.editor.ScrollType.Immediate)
}
