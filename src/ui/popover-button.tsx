import { styled } from '@mui/material/styles'
import { type ReactNode, Suspense, type ToggleEvent, useId, useRef, useState } from 'react'
import { SmallButton } from './small-button.tsx'

export interface PopoverButtonProps {
  /** What the button says, and the name of the panel. */
  readonly label: string
  /** Stands on the button instead of the label, which is still its name; without a mark that it opens. */
  readonly face?: ReactNode
  /** Something in the panel is in force. */
  readonly isOn?: boolean
  /** Rendered while open; may be fetched then. */
  readonly children: (close: () => void) => ReactNode
}

/** A button that opens a panel: the browser's own popover, which Escape and a click elsewhere close. */
export function PopoverButton({ label, face, isOn = false, children }: PopoverButtonProps) {
  const id = useId()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const onBeforeToggle = ({ newState }: ToggleEvent) => {
    if (newState === 'open' && button.current !== null && panel.current !== null)
      place(button.current, panel.current)
  }
  const hasFace = face !== undefined
  return (
    <>
      <SmallButton
        ref={button}
        type="button"
        aria-label={hasFace ? label : undefined}
        title={hasFace ? label : undefined}
        aria-expanded={isOpen}
        data-on={isOn || undefined}
        popoverTarget={id}
      >
        {hasFace ? (
          face
        ) : (
          <>
            {label} <span aria-hidden="true">▾</span>
          </>
        )}
      </SmallButton>
      <Panel
        ref={panel}
        id={id}
        popover="auto"
        role="group"
        aria-label={label}
        onBeforeToggle={onBeforeToggle}
        onToggle={({ newState }) => setOpen(newState === 'open')}
      >
        {isOpen ? <Suspense>{children(() => panel.current?.hidePopover())}</Suspense> : null}
      </Panel>
    </>
  )
}

const edgePx = 8

/** Room below the button that any panel is content with, px. */
const enoughPx = 320

/** Under the button or over it, wherever there is more room, and never beyond the window's edge. */
function place(button: HTMLElement, panel: HTMLElement): void {
  const { left, top, bottom } = button.getBoundingClientRect()
  const { clientWidth, clientHeight } = document.documentElement
  const isBelow = clientHeight - bottom > Math.min(top, enoughPx)
  panel.style.left = `${Math.max(edgePx, Math.min(left, clientWidth - 300 - edgePx))}px`
  panel.style.top = isBelow ? `${bottom + 4}px` : 'auto'
  panel.style.bottom = isBelow ? 'auto' : `${clientHeight - top + 4}px`
  panel.style.maxHeight = `${(isBelow ? clientHeight - bottom : top) - 2 * edgePx}px`
}

const Panel = styled('div')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    position: 'fixed',
    inset: 'auto',
    margin: 0,
    boxSizing: 'border-box',
    width: 300,
    maxWidth: `calc(100vw - ${2 * edgePx}px)`,
    overflow: 'auto',
    padding: 12,
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
    border: `1px solid ${palette.divider}`,
    borderRadius: 8,
    boxShadow: '0 6px 24px rgb(0 0 0 / 25%)',
    fontSize: '0.8125rem',
    '& label': { maxWidth: '100%' },
    '& label > span': { flex: 'none' },
    '& select': { minWidth: 0, maxWidth: '100%' },
    '&:popover-open': { display: 'flex', flexDirection: 'column', gap: 10 },
  }
})
