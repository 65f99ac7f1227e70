/** What stands in where the browser does not let a frame have the clipboard, or downloads. */
export interface StandIns {
  /** Shows a text to be copied by hand. */
  readonly copy: (text: string) => void
  /** Told of every download: answers whether it may be tried. */
  readonly save: (name: string, file: Blob) => boolean
}

let standIns: StandIns | null = null

export function setStandIns(wanted: StandIns | null): void {
  standIns = wanted
}

/** Shows a text that could not be copied, to be copied by hand, where there is something to show it. */
export function showToCopy(text: string): void {
  standIns?.copy(text)
}

/** Hands a file to the browser to keep. Answers whether it was: a frame may be known to be refused. */
export function saveFile(name: string, file: Blob): boolean {
  if (standIns?.save(name, file) === false) return false
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has to have begun reading it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
  return true
}
