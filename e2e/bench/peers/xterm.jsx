import { SearchAddon } from '@xterm/addon-search'
import { Terminal } from '@xterm/xterm'
import '@xterm/xterm/css/xterm.css'
import { fetchLogText, readTail } from '../page/source.js'

const decorations = { matchOverviewRuler: '#888888', activeMatchColorOverviewRuler: '#000000' }

/** xterm.js with room for the whole log. It streams: bytes are written as they come. It counts 1,000 matches at most. */
export function createViewer(root) {
  const terminal = new Terminal({
    disableStdin: true,
    allowProposedApi: true,
    convertEol: true,
    rows: 38,
    cols: 160,
    fontSize: 13,
  })
  const addon = new SearchAddon()
  terminal.loadAddon(addon)
  terminal.open(root)
  const write = (text) => new Promise((resolve) => terminal.write(text, resolve))
  return {
    streams: true,
    view: () => root.querySelector('.xterm-rows') ?? root,
    async load(url, lineCount) {
      terminal.options.scrollback = lineCount
      // One piece after the other: a terminal throws away what comes faster than it can write.
      if (new URL(url).searchParams.get('shape') === 'hosts') await write(await fetchLogText(url))
      else await readTail(url, write)
      // A terminal stands at its end; a log is read from its start.
      terminal.scrollToTop()
    },
    toEnd: () => terminal.scrollToBottom(),
    toStart: () => terminal.scrollToTop(),
    drag: (fraction) => terminal.scrollToLine(Math.round(fraction * terminal.buffer.active.baseY)),
    search: (needle) => count(addon, needle),
    async tail(url) {
      terminal.options.scrollback = 1_000_000
      await readTail(url, write)
    },
  }
}

function count(addon, needle) {
  return new Promise((resolve) => {
    addon.onDidChangeResults(({ resultCount }) => resolve(resultCount))
    if (!addon.findNext(needle, { caseSensitive: true, decorations })) resolve(0)
  })
}
