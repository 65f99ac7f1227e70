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

/**
 * Calls once a page stands in its place, at once where one does: before that an address may be one that only leads on.
 * Answers how to stop.
 */
export function oncePageShows(call: () => void): () => void {
  const look = () => {
    if (document.querySelector('#content > :not([aria-busy])') === null) return
    observer.disconnect()
    call()
  }
  const observer = new MutationObserver(look)
  observer.observe(document.body, { childList: true, subtree: true })
  look()
  return () => observer.disconnect()
}
