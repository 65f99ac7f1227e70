/** Tells the window's title, now and whenever it changes, without the product's name. Answers how to stop. */
export function watchTitle(tell: (title: string) => void): () => void {
  const tellNow = () => tell(document.title.replace(/ — Joblens$/, ''))
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
