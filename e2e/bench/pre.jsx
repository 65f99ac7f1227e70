import { fetchLogText, nextFrame, offer } from './measure.js'

const root = document.getElementById('root')
root.style.cssText = 'height: 760px; overflow: auto'

function show(url) {
  const pre = document.createElement('pre')
  const all = fetchLogText(url).then(async (text) => {
    pre.textContent = text
    root.append(pre)
    await nextFrame()
    await nextFrame()
  })
  return { all }
}

offer(show, () => root)
