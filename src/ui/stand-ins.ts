/** What stands in where the browser does not let a frame have the clipboard, or downloads. */
export interface StandIns {
  /** Shows a text to be copied by hand. Answers whether it did. */
  readonly copy: (text: string) => boolean
  /** Asked before a download: answers whether it has shown the way around, so that none is tried. */
  readonly save: (name: string, file: Blob) => boolean
}

let standIns: StandIns | null = null

export function setStandIns(wanted: StandIns | null): void {
  standIns = wanted
}

/** Shows a text to be copied by hand where there is something to show it. Answers whether it did. */
export function showToCopy(text: string): boolean {
  return standIns?.copy(text) ?? false
}

/** Hands a file to the browser to keep. */
export function saveFile(name: string, file: Blob): void {
  if (standIns?.save(name, file) === true) return
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has to have begun reading it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
