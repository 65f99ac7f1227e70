import { LazyLog } from '@melloware/react-logviewer'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { dragBy, findScroller } from '../page/scroller.js'
import { fetchLogText } from '../page/source.js'

/** melloware's LazyLog with its search bar. It re-renders every line on each scroll (reference figures: a crash). */
export function createViewer(root) {
  const handle = {}
  flushSync(() => createRoot(root).render(<Viewer handle={handle} />))
  const scroller = () => findScroller(root)
  return {
    view: () => scroller() ?? root,
    load: async (url) => handle.setText(await fetchLogText(url)),
    toEnd: (lineCount) => handle.setLine(lineCount),
    toStart: () => handle.setLine(1),
    drag: dragBy(scroller),
    searchBox: {
      input: '.react-lazylog-searchbar-input',
      counts: () => numbersIn(root.querySelector('.react-lazylog-searchbar-matches')?.textContent ?? ''),
    },
  }
}

function Viewer({ handle }) {
  const [text, setText] = useState('')
  const [line, setLine] = useState(0)
  Object.assign(handle, { setText, setLine })
  if (text === '') return null
  return (
    <LazyLog
      text={text}
      scrollToLine={line}
      enableSearch
      caseInsensitive={false}
      height={720}
      rowHeight={20}
    />
  )
}

function numbersIn(text) {
  return [...text.matchAll(/\d+/g)].map((match) => Number(match[0]))
}
