import { pageTitle, titleSign } from '#ui'
import type { EmbedMessage } from './embed-messages.ts'

type Title = Omit<Extract<EmbedMessage, { readonly type: 'title' }>, 'type'>

/** Tells the window's title, now and whenever it changes, its sign apart. Answers how to stop. */
export function watchTitle(tell: (title: Title) => void): () => void {
  const tellNow = () => tell({ title: pageTitle(), sign: titleSign() })
  const observer = new MutationObserver(tellNow)
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  tellNow()
  return () => observer.disconnect()
}

/**
 * Tells the height of the page in CSS pixels, now and whenever it changes. With `fits` that is what the content asks
 * for; otherwise the page fills its frame, and says how much it fills. Answers how to stop.
 */
export function watchHeight(fits: boolean, tell: (height: number) => void): () => void {
  const { body, documentElement } = document
  const tellNow = () => {
    const asked = Math.ceil(body.getBoundingClientRect().height)
    tell(fits ? asked : Math.max(asked, documentElement.clientHeight))
  }
  const observer = new ResizeObserver(tellNow)
  observer.observe(body)
  tellNow()
  return () => observer.disconnect()
}
