import { useEffect } from 'react'
import { isFocusFree } from '#ui'

/**
 * Gives the focus back, at the end, to what has it at the beginning, where nothing else has it by then: to the button of
 * a panel that is shut meanwhile. A frame whose reader has gone on elsewhere takes it from nobody.
 */
export function useFocusBack(): void {
  useEffect(() => {
    const before = document.activeElement
    const panel = before?.closest('[popover]') ?? null
    return () => {
      if (!document.hasFocus() || !isFocusFree()) return
      const back = [before, panel && document.querySelector(`[popovertarget="${CSS.escape(panel.id)}"]`)]
      const shown = back.find((element) => element?.isConnected && element.checkVisibility())
      if (shown instanceof HTMLElement) shown.focus({ preventScroll: true })
    }
  }, [])
}
