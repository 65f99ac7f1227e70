import { showToCopy } from '#ui'

/** Beyond this a clipboard stalls the whole desktop, and near 512 MB a JavaScript string ends, silently empty. */
export const maxCopyBytes = 128 * 1024 * 1024

/**
 * Puts a text into the clipboard; must be called from a key or click. Answers false when the browser refuses.
 * Plain HTTP pages have no clipboard API, hence the second way.
 */
export async function copyWhole(blob: Promise<Blob>): Promise<boolean> {
  if (await copyByApi(blob)) return true
  const text = await (await blob).text()
  const isCopied = copyByEvent(text)
  if (!isCopied) showToCopy(text)
  return isCopied
}

async function copyByApi(blob: Promise<Blob>): Promise<boolean> {
  if (typeof ClipboardItem === 'undefined' || navigator.clipboard === undefined) return false
  try {
    // The item takes a promise, so that the click still counts when a big text is ready.
    const plain = blob.then((whole) => whole.slice(0, whole.size, 'text/plain'))
    await navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain })])
    return true
  } catch {
    return false
  }
}

/** Answers the browser's own copy command: unlike a filled text area this never lays the text out. */
function copyByEvent(text: string): boolean {
  let isCopied = false
  const onCopy = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
    isCopied = event.clipboardData !== null
  }
  document.addEventListener('copy', onCopy, { capture: true })
  // Deprecated, and still the only way on plain HTTP.
  document.execCommand('copy')
  document.removeEventListener('copy', onCopy, { capture: true })
  return isCopied
}
