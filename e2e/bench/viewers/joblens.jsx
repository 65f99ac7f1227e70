import { useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { startLogWorker } from '/src/api/log-worker.ts'
import { LanguageProvider, loadMessages } from '/src/i18n/index.ts'
import { createLogStore } from '/src/log/index.ts'
import { LogViewer } from '/src/viewer/index.ts'
import { dragBy, findScroller } from '../page/scroller.js'

const collection = 'bench'
const documentId = JSON.stringify([collection, 'host'])

// An application has its language before anybody opens a log.
const messages = await loadMessages('en')

/** Our reader, fed by the contract's frame stream, and used by its keys and by what stands on the page. */
export function createViewer(root) {
  // The product starts its worker with the app, before anybody knows which log will be read.
  const store = createLogStore(startLogWorker())
  const app = createRoot(root)
  const show = (live) =>
    app.render(
      <LanguageProvider initialLanguage="en" initialMessages={messages}>
        <Reader key={live} store={store} live={live} />
      </LanguageProvider>,
    )
  // Like every other viewer here, and as in the product, it stands before its log comes.
  flushSync(() => show(false))
  const log = () => root.querySelector('[role=log]') ?? root
  const press = (key) => {
    log().focus()
    log().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  return {
    streams: true,
    view: log,
    load: (url) => open(store, url),
    toEnd: () => press('End'),
    toStart: () => press('Home'),
    drag: dragBy(() => findScroller(log())),
    searchBox: {
      key: 'Control+f',
      input: '[role=searchbox], input[type=search], [role=search] input',
      submit: 'Enter',
      counts: () => countsOn(root),
    },
    tail(url) {
      show(true)
      return open(store, url)
    },
  }
}

function Reader({ store, live }) {
  const [follow, setFollow] = useState(live)
  const [selection, setSelection] = useState(null)
  return (
    <LogViewer
      store={store}
      documentId={documentId}
      label="bench"
      selection={selection}
      onSelectionChange={setSelection}
      follow={follow}
      onFollowChange={setFollow}
      live={live}
      downloadName="bench.log"
    />
  )
}

function open(store, url) {
  return new Promise((resolve, reject) => {
    const onFinish = (outcome) =>
      outcome.kind === 'complete' ? resolve() : reject(new Error(`the stream ended as ${outcome.kind}`))
    store.open({ url: new URL(url, location.href).href, collection }, { onFrames: () => undefined, onFinish })
  })
}

/** Every N of an "n of N" (or "n / N") that stands outside the log's own text. */
function countsOn(root) {
  const log = root.querySelector('[role=log]')
  const words = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    (node) => (node === log ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  )
  const counts = []
  // Text by text: joined, what is shown and what is said to a screen reader would make other numbers.
  for (let node = words.nextNode(); node !== null; node = words.nextNode()) {
    if (node.nodeType !== Node.TEXT_NODE) continue
    for (const [, count] of node.data.matchAll(/[\d,]+\s*(?:of|\/)\s*([\d,]+)/g)) {
      counts.push(Number(count.replaceAll(',', '')))
    }
  }
  return counts
}
