/** What stands in where the browser does not let a frame have the clipboard, or downloads. */
export interface StandIns {
  /** Shows a text to be copied by hand. */
  readonly copy: (text: string) => void
  /** Told of every download: answers whether it may be; `null` where nobody knows, so that it is tried. */
  readonly save: (name: string, file: Blob) => boolean | null
}

let standIns: StandIns | null = null

export function setStandIns(wanted: StandIns | null): void {
  standIns = wanted
}

/** Shows a text that could not be copied, to be copied by hand, where there is something to show it. */
export function showToCopy(text: string): void {
  standIns?.copy(text)
}

/**
 * Hands a file to the browser to keep. Answers whether it is sure to be kept: a frame may be refused, with or without
 * anybody knowing, and what stands in has said so then.
 */
export function saveFile(name: string, file: Blob): boolean {
  const may = standIns === null ? true : standIns.save(name, file)
  if (may === false) return false
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has to have begun reading it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return may === true
}
