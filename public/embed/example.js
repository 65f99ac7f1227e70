/* A portal in thirty lines: frames Joblens, shows what it tells, passes on what the visitor chooses. */
import { connectJoblens, joblensAddress } from './joblens-embed.js'

const byId = (id) => document.getElementById(id)
const frame = byId('joblens')
const form = byId('open')
let joblens = null

form.addEventListener('submit', (event) => {
  event.preventDefault()
  show()
})

function show() {
  const { base, path, hide, view } = Object.fromEntries(new FormData(form))
  joblens?.close()
  frame.src = joblensAddress(base, path, { hide: hide.split(',').filter(Boolean), view })
  joblens = connectJoblens(frame, { on: listeners, fitHeight: view === 'fit' })
}

const listeners = {
  ready: note,
  title: (message) => {
    byId('title').textContent = message.title
    note(message)
  },
  location: (message) => {
    Object.assign(byId('outside'), { href: message.href, hidden: false })
    const { base, hide, view } = Object.fromEntries(new FormData(form))
    history.replaceState(null, '', `?${new URLSearchParams({ base, path: message.path, hide, view })}`)
    note(message)
  },
  height: note,
  status: (message) => {
    const { state, counts } = message
    byId('status').textContent = counts ? `${state}, ${counts.failed} of ${counts.total} failed` : state
    note(message)
  },
  error: note,
}

function note(message) {
  byId('messages').prepend(`${JSON.stringify(message)}\n`)
}

for (const button of document.querySelectorAll('.controls button')) {
  button.addEventListener('click', () => {
    const { theme, language, go } = button.dataset
    if (theme) joblens?.setTheme(theme)
    if (language) joblens?.setLanguage(language)
    if (go) joblens?.goTo(go)
  })
}

/** Where the visitor was, kept in the portal's own address: its links open the same page in the frame again. */
const kept = new URLSearchParams(location.search)
for (const field of form.elements) if (field.name && kept.has(field.name)) field.value = kept.get(field.name)
if (kept.has('base')) show()
