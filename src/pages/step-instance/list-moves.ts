/** What a key that moves through the list asks for. */
export interface ListMove {
  /** The index to go to; a step from where the keys are, where not given. */
  readonly to?: number
  /** -1 up, 1 down. */
  readonly step: number
  /** Steps are pages. */
  readonly pages?: boolean
  /** Opens the host, extends the selection to it, or only moves. */
  readonly mode: 'open' | 'extend' | 'move'
}

interface PressedKey {
  readonly key: string
  readonly shiftKey: boolean
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
}

/** The move a key stands for, `null` for other keys. Alt is left to the page: it moves from anywhere. */
export function moveOfKey(pressed: PressedKey, count: number): ListMove | null {
  if (pressed.altKey || count === 0) return null
  const mode = pressed.shiftKey ? 'extend' : pressed.ctrlKey || pressed.metaKey ? 'move' : 'open'
  switch (pressed.key) {
    case 'ArrowDown':
      return { step: 1, mode }
    case 'ArrowUp':
      return { step: -1, mode }
    case 'PageDown':
      return { step: 1, pages: true, mode }
    case 'PageUp':
      return { step: -1, pages: true, mode }
    case 'Home':
      return { to: 0, step: 0, mode }
    case 'End':
      return { to: count - 1, step: 0, mode }
    default:
      return null
  }
}
