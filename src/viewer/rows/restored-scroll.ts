const acts = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const

let hasActed: boolean | null = null

function listen(): void {
  hasActed = false
  const act = (): void => {
    hasActed = true
    for (const name of acts) window.removeEventListener(name, act, true)
  }
  for (const name of acts) window.addEventListener(name, act, { capture: true, passive: true })
}

/**
 * True while only the browser can have scrolled. Firefox puts every scroller back where it was when a page is loaded
 * again; where a log is read from is the link's to say. Call it once early: it listens from then on.
 */
export function isRestoredScroll(): boolean {
  if (hasActed === null) listen()
  if (hasActed !== false) return false
  const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  return navigation?.type === 'reload' || navigation?.type === 'back_forward'
}
