import { ToolIcon, type ToolIconName } from './tool-icon.tsx'

export interface ToolButtonProps {
  /** Said, and shown when pointed at. */
  readonly name: string
  readonly icon: ToolIconName
  readonly onClick: () => void
  readonly isDisabled?: boolean
  /** Given for a button that stays pressed. */
  readonly isPressed?: boolean
  /** Key that does the same, as ARIA writes it: `Control+F`. */
  readonly keys?: string
}

/** A button with a picture. A plain element: a styled one costs more than the whole toolbar. */
export function ToolButton({ name, icon, onClick, isDisabled = false, isPressed, keys }: ToolButtonProps) {
  return (
    <button
      type="button"
      className="log-tool"
      aria-label={name}
      aria-pressed={isPressed}
      aria-keyshortcuts={keys}
      title={name}
      disabled={isDisabled}
      onClick={() => onClick()}
    >
      <ToolIcon name={icon} />
    </button>
  )
}
