import { type ReactNode, type ToggleEvent, useId, useRef, useState } from 'react'
import { ToolIcon, type ToolIconName } from './tool-icon.tsx'

export interface ToolMenuProps {
  readonly name: string
  readonly icon: ToolIconName
  readonly isDisabled?: boolean
  /** What opens; asked for while open. */
  readonly children: (close: () => void) => ReactNode
}

/**
 * A button that opens a panel under it. The browser's own popover: it closes with Escape and with a click
 * elsewhere, lies above everything, and Tab goes from the button into it.
 */
export function ToolMenu({ name, icon, isDisabled = false, children }: ToolMenuProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const onBeforeToggle = (event: ToggleEvent): void => {
    if (event.newState !== 'open' || button.current === null || panel.current === null) return
    placeUnder(button.current, panel.current)
  }
  return (
    <>
      <button
        ref={button}
        type="button"
        className="log-tool log-menu-button"
        aria-label={name}
        aria-expanded={isOpen}
        title={name}
        disabled={isDisabled}
        popoverTarget={id}
      >
        <ToolIcon name={icon} />
        <ToolIcon name="more" />
      </button>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a box that nobody asked for */}
      <div
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={name}
        className="log-menu"
        onBeforeToggle={onBeforeToggle}
        onToggle={(event) => setOpen(event.newState === 'open')}
      >
        {isOpen ? children(() => panel.current?.hidePopover()) : null}
      </div>
    </>
  )
}

/** Below this a panel takes the width of the window, CSS px. */
const narrowPx = 480
const edgePx = 8

/** On the side of the button where there is more room. */
function placeUnder(button: HTMLElement, panel: HTMLElement): void {
  const { left, right, bottom } = button.getBoundingClientRect()
  const widthPx = document.documentElement.clientWidth
  const isNarrow = widthPx < narrowPx
  const isRight = left > widthPx / 2
  panel.style.top = `${bottom + 4}px`
  panel.style.left = isNarrow ? `${edgePx}px` : isRight ? 'auto' : `${left}px`
  panel.style.right = isNarrow ? `${edgePx}px` : isRight ? `${widthPx - right}px` : 'auto'
  panel.style.maxHeight = `calc(100dvh - ${bottom + 4 + edgePx}px)`
}
