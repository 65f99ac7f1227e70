import { createRoot } from 'react-dom/client'
import { startLogWorker } from '/src/api/log-worker.ts'
import { createLogStore } from '/src/log/index.ts'
import { LogViewer } from '/src/viewer/index.ts'
import { offer } from './measure.js'

const root = document.getElementById('root')
root.style.cssText = 'height: 760px'
const documentId = JSON.stringify(['bench', 'host'])

// The product starts its worker with the app, before anybody knows which log will be read.
const store = createLogStore(startLogWorker())

function show(url) {
  createRoot(root).render(<Reader store={store} />)
  const all = new Promise((resolve, reject) => {
    const finish = (outcome) => (outcome.kind === 'complete' ? resolve() : reject(new Error(outcome.kind)))
    const request = { url: new URL(url, location.href).href, collection: 'bench' }
    store.open(request, { onFrames: () => undefined, onFinish: finish })
  })
  const press = (key) => {
    const log = root.querySelector('[role=log]')
    log.focus()
    log.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }))
  }
  return { all, toEnd: () => press('End') }
}

function Reader({ store }) {
  return (
    <LogViewer
      store={store}
      documentId={documentId}
      label="bench"
      selection={null}
      onSelectionChange={() => undefined}
      follow={false}
      onFollowChange={() => undefined}
      live={false}
      downloadName="bench.log"
    />
  )
}

offer(show, () => root)
