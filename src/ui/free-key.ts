import { readPreferences } from './preferences.ts'

/**
 * True when a key pressed anywhere on a page may do something: nobody types there, nothing nearer has used it, and a
 * key of one character was not switched off (WCAG 2.1.4).
 */
export function isFreeKey(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || isTyped(event.target)) return false
  const isCharacter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey
  return !isCharacter || readPreferences().characterKeys
}

function isTyped(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]') !== null
  )
}
