/** What a key asks of a list of steps on a time axis. */
export type TimeCommand =
  | { readonly kind: 'choose'; readonly stepIndex: number }
  | { readonly kind: 'open' }
  | { readonly kind: 'zoom'; readonly factor: number }
  | { readonly kind: 'pan'; readonly share: number }
  | { readonly kind: 'whole' }

/** How much closer one press looks. */
export const zoomFactor = 1.6
/** How far one press moves, as a share of what is shown. */
export const panShare = 0.25

/** The part of a keyboard event that is looked at. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/**
 * Up and down choose the step beside the one in focus, Enter opens it; plus, minus, 0, left and right change
 * what is shown of the axis. Keys with Ctrl, Alt or Meta are the browser's: `null`.
 */
export function commandOf(
  pressed: PressedKey,
  focused: { readonly stepIndex: number; readonly stepCount: number },
): TimeCommand | null {
  if (pressed.ctrlKey || pressed.metaKey || pressed.altKey) return null
  const { stepIndex, stepCount } = focused
  const choose = (index: number): TimeCommand => ({
    kind: 'choose',
    stepIndex: Math.min(Math.max(index, 0), stepCount - 1),
  })
  switch (pressed.key) {
    case 'ArrowUp':
      return choose(stepIndex - 1)
    case 'ArrowDown':
      return choose(stepIndex + 1)
    case 'Home':
      return choose(0)
    case 'End':
      return choose(stepCount - 1)
    case 'Enter':
      return { kind: 'open' }
    default:
      return axisCommand(pressed.key)
  }
}

function axisCommand(key: string): TimeCommand | null {
  switch (key) {
    case '+':
    case '=':
      return { kind: 'zoom', factor: zoomFactor }
    case '-':
    case '_':
      return { kind: 'zoom', factor: 1 / zoomFactor }
    case '0':
      return { kind: 'whole' }
    case 'ArrowLeft':
      return { kind: 'pan', share: -panShare }
    case 'ArrowRight':
      return { kind: 'pan', share: panShare }
    default:
      return null
  }
}
