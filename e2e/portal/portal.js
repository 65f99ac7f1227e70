/* A portal for tests: frames `src`, keeps what it is told in `messages`, and hears every key nobody else takes. */
import { connectJoblens } from './embed/joblens-embed.js'

const asked = new URLSearchParams(location.search)
const frame = document.createElement('iframe')
for (const name of ['sandbox', 'allow', 'width', 'height'])
  if (asked.has(name)) frame.setAttribute(name, asked.get(name))
frame.title = 'Joblens'
frame.src = asked.get('src')

window.messages = []
window.keys = []
window.posted = []
const note = (message) => window.messages.push(message)
document.addEventListener('keydown', ({ key }) => window.keys.push(key))
window.addEventListener('message', ({ data, source }) => {
  if (source === frame.contentWindow) window.posted.push(data)
})

document.getElementById('search').focus()
document.body.append(frame)
const on = { ready: note, location: note, title: note, height: note, status: note, error: note }
window.joblens = connectJoblens(frame, { on, timeoutMs: 1000, fitHeight: asked.has('fit') })
