import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { List, useListRef } from 'react-window'
import { fetchLogText, offer } from './measure.js'

const root = document.getElementById('root')
let setLines
let list

function Row({ index, style, lines }) {
  return <div style={{ ...style, whiteSpace: 'pre', fontFamily: 'monospace' }}>{lines[index]}</div>
}

function PlainList() {
  const [lines, set] = useState([])
  setLines = set
  list = useListRef(null)
  return (
    <List
      listRef={list}
      rowComponent={Row}
      rowCount={lines.length}
      rowHeight={20}
      rowProps={{ lines }}
      style={{ height: 720 }}
    />
  )
}

function show(url, lineCount) {
  flushSync(() => createRoot(root).render(<PlainList />))
  const all = fetchLogText(url).then((text) => setLines(text.split('\n')))
  return { all, toEnd: () => list.current.scrollToRow({ index: lineCount - 1 }) }
}

offer(show, () => root)
