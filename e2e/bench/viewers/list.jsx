import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { List, useListRef } from 'react-window'
import { dragBy } from '../page/scroller.js'
import { fetchLogText, readTail } from '../page/source.js'

/** react-window with an array of strings: what one writes in ten minutes, and fast as long as the log is short. */
export function createViewer(root) {
  const handle = {}
  flushSync(() => createRoot(root).render(<PlainList handle={handle} />))
  return {
    view: () => handle.list.current.element ?? root,
    load: async (url) => handle.setLines((await fetchLogText(url)).split('\n')),
    toEnd: (lineCount) => handle.list.current.scrollToRow({ index: lineCount - 1 }),
    toStart: () => handle.list.current.scrollToRow({ index: 0 }),
    drag: dragBy(() => handle.list.current.element),
    tail: (url) => tail(url, handle),
  }
}

function PlainList({ handle }) {
  const [lines, setLines] = useState([])
  handle.setLines = setLines
  handle.list = useListRef(null)
  return (
    <List
      listRef={handle.list}
      rowComponent={Row}
      rowCount={lines.length}
      rowHeight={20}
      rowProps={{ lines }}
      style={{ height: 720 }}
    />
  )
}

function Row({ index, style, lines }) {
  return <div style={{ ...style, whiteSpace: 'pre', font: '13px/20px monospace' }}>{lines[index]}</div>
}

async function tail(url, { setLines, list }) {
  let rest = ''
  let count = 0
  await readTail(url, (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    count += lines.length
    flushSync(() => setLines((before) => before.concat(lines)))
    if (count > 0) list.current.scrollToRow({ index: count - 1 })
  })
}
