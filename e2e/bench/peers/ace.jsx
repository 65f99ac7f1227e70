import ace from 'ace-builds/src-noconflict/ace'
import { dragBy } from '../page/scroller.js'
import { fetchLogText, readTail } from '../page/source.js'

const { Search } = ace.require('ace/search')

/** Ace, read-only, plain text, no wrap. Its search box stops counting at 999: its search itself counts all. */
export function createViewer(root) {
  const editor = ace.edit(root, {
    readOnly: true,
    wrap: false,
    useWorker: false,
    showPrintMargin: false,
    mode: 'ace/mode/text',
    fontSize: 13,
  })
  const lastRow = () => editor.session.getLength()
  return {
    view: () => root.querySelector('.ace_content'),
    load: async (url) => editor.session.setValue(await fetchLogText(url)),
    toEnd: () => editor.scrollToLine(lastRow(), false, false),
    toStart: () => editor.scrollToLine(0, false, false),
    drag: dragBy(() => root.querySelector('.ace_scrollbar-v')),
    search: (needle) => new Search().set({ needle, caseSensitive: true }).findAll(editor.session).length,
    tail: (url) =>
      readTail(url, (text) => {
        editor.session.insert({ row: lastRow(), column: 0 }, text)
        editor.scrollToLine(lastRow(), false, false)
      }),
  }
}
