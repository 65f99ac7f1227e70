import { isFocusFree } from '#ui'

/** How long a log that is still being loaded may take to get the focus meant for it. */
const waitMs = 10_000

/**
 * Puts the focus into the log of a pane, also when it is not there yet: another host's log takes the place of the one
 * before. It lets go as soon as the reader puts the focus elsewhere. Answers how to stop waiting.
 */
export function focusLog(pane: HTMLElement): () => void {
  focusNow(pane)
  const observer = new MutationObserver(() => {
    const { activeElement } = document
    if (isFocusFree()) focusNow(pane)
    else if (!pane.contains(activeElement)) stop()
  })
  const timer = setTimeout(stop, waitMs)
  function stop(): void {
    observer.disconnect()
    clearTimeout(timer)
  }
  observer.observe(pane, { childList: true, subtree: true })
  return stop
}

function focusNow(pane: HTMLElement): void {
  const log = pane.querySelector('[role="log"]')
  if (log instanceof HTMLElement) log.focus()
}

/** True when the focus is in the log of the pane. */
export function isInLog(pane: HTMLElement): boolean {
  const { activeElement } = document
  return pane.contains(activeElement) && activeElement?.closest('[role="log"]') !== null
}
