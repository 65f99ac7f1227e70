import { nextFrame } from '../page/frames.js'
import { dragBy } from '../page/scroller.js'
import { fetchLogText } from '../page/source.js'

/** A plain `<pre>` in a box that scrolls. Its search is the browser's own, which no page can time. */
export function createViewer(root) {
  root.style.cssText = 'height: 720px; overflow: auto'
  const pre = document.createElement('pre')
  pre.style.cssText = 'margin: 0; font: 13px/20px monospace'
  return {
    view: () => root,
    async load(url) {
      pre.textContent = await fetchLogText(url)
      root.append(pre)
      await nextFrame()
      await nextFrame()
    },
    toEnd: () => root.scrollTo(0, root.scrollHeight),
    toStart: () => root.scrollTo(0, 0),
    drag: dragBy(() => root),
    textInView: () => textBetween(root, pre.firstChild),
  }
}

/** All lines are one text node: the part between the window's first and last point is what is seen. */
function textBetween(root, node) {
  const { left, top, bottom } = root.getBoundingClientRect()
  const offsetAt = (y) => document.caretPositionFromPoint(left + 1, y)?.offset ?? 0
  const [from, to] = [offsetAt(top + 1), offsetAt(bottom - 1)]
  return node.data.slice(from, to + 200)
}
