import { Toolbar, ToolbarContent, ToolbarItem } from '@patternfly/react-core'
import '@patternfly/react-core/dist/styles/base.css'
import { LogViewer, LogViewerSearch } from '@patternfly/react-log-viewer'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { dragBy } from '../page/scroller.js'
import { fetchLogText, readTail } from '../page/source.js'

/** PatternFly's log viewer, no wrap, with its search in its toolbar, as its documentation shows it. */
export function createViewer(root) {
  const handle = {}
  flushSync(() => createRoot(root).render(<Viewer handle={handle} />))
  const scroller = () => root.querySelector('.pf-v6-c-log-viewer__scroll-container')
  return {
    view: () => scroller() ?? root,
    load: async (url) => handle.setData((await fetchLogText(url)).split('\n')),
    toEnd: (lineCount) => handle.setRow(lineCount - 1),
    // The row is put in the middle of the view; row 0 stands for "nowhere".
    toStart: () => handle.setRow(1),
    drag: dragBy(scroller),
    searchBox: {
      input: '.pf-v6-c-log-viewer__header input',
      counts: () => numbersAfterSlash(root.querySelector('.pf-v6-c-log-viewer__header')?.textContent ?? ''),
    },
    tail: (url) => tail(url, handle),
  }
}

function Viewer({ handle }) {
  const [data, setData] = useState([])
  const [row, setRow] = useState(0)
  Object.assign(handle, { setData, setRow })
  const toolbar = (
    <Toolbar>
      <ToolbarContent>
        <ToolbarItem>
          <LogViewerSearch placeholder="Search value" minSearchChars={1} />
        </ToolbarItem>
      </ToolbarContent>
    </Toolbar>
  )
  return <LogViewer data={data} scrollToRow={row} isTextWrapped={false} height={640} toolbar={toolbar} />
}

function numbersAfterSlash(text) {
  return [...text.matchAll(/\/\s*(\d+)/g)].map((match) => Number(match[1]))
}

async function tail(url, { setData, setRow }) {
  let rest = ''
  let count = 0
  await readTail(url, (text) => {
    const lines = (rest + text).split('\n')
    rest = lines.pop()
    count += lines.length
    flushSync(() => {
      setData((before) => before.concat(lines))
      setRow(count - 1)
    })
  })
}
