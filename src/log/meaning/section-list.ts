import type { LogSection } from './line-meaning.ts'

/** Sections in the order of their first lines, each with its parent's place. */
export interface SectionList {
  readonly length: number
  /** A new section's place. */
  push(section: LogSection, parentPlace: number): number
  replace(place: number, section: LogSection): void
  at(place: number): LogSection | undefined
  truncate(length: number): void
  /** All of them; the same array while nothing changed. */
  all(): readonly LogSection[]
  /** The outermost section that begins with a line. */
  beginningAt(lineIndex: number): LogSection | null
  /** How many sections a line lies inside of; a section's first line is not inside of it. */
  depthAt(lineIndex: number): number
}

export function createSectionList(): SectionList {
  const sections: LogSection[] = []
  const parents: number[] = []
  let shown: readonly LogSection[] | null = null

  /** Place of the first section that begins at `lineIndex` or later. */
  const placeFrom = (lineIndex: number): number => {
    let low = 0
    let high = sections.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sections[middle]?.firstLineIndex ?? 0) < lineIndex) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get length() {
      return sections.length
    },
    push(section, parentPlace) {
      parents.push(parentPlace)
      shown = null
      return sections.push(section) - 1
    },
    replace(place, section) {
      sections[place] = section
      shown = null
    },
    at: (place) => sections[place],
    truncate(length) {
      if (length === sections.length) return
      sections.length = length
      parents.length = length
      shown = null
    },
    all() {
      shown ??= sections.slice()
      return shown
    },
    beginningAt(lineIndex) {
      const section = sections[placeFrom(lineIndex)]
      return section?.firstLineIndex === lineIndex ? section : null
    },
    depthAt(lineIndex) {
      let place = placeFrom(lineIndex) - 1
      while (place >= 0) {
        const section = sections[place]
        if (section !== undefined && section.lastLineIndex >= lineIndex) return section.depth + 1
        place = parents[place] ?? -1
      }
      return 0
    },
  }
}
