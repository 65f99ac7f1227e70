import { showToCopy } from './stand-ins.ts'

/**
 * Puts text on the clipboard. Works without a secure context (plain http, an iframe without the permission) through
 * a hidden text area; a frame in which neither works shows it, to be copied by hand. Answers whether it is on the
 * clipboard; never throws.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    const isCopied = copyThroughTextArea(text)
    if (!isCopied) showToCopy(text)
    return isCopied
  }
}

function copyThroughTextArea(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.style.position = 'fixed'
  area.style.opacity = '0'
  document.body.append(area)
  area.select()
  try {
    // Deprecated, but the only way outside a secure context.
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus()
  }
}
