import type { LogStore } from '#log'
import type { LineSelection } from './rows/line-selection.ts'
import type { SearchSettings } from './search/search-settings.ts'
import type { PageShortcuts } from './tools/shortcuts.ts'

/** What the page gives the reader, and what the reader asks of the page. */
export interface LogViewerProps {
  readonly store: LogStore
  readonly documentId: string
  /** Accessible name of the log; contains the host. */
  readonly label: string
  /** Chosen lines, 1-based, from the address of the page; a change from outside scrolls there. */
  readonly selection: LineSelection | null
  readonly onSelectionChange: (selection: LineSelection | null) => void
  /** Keep the newest line in view. Scrolling up, and going to a line, ask to turn it off. */
  readonly follow: boolean
  readonly onFollowChange: (follow: boolean) => void
  /** The text may still grow: its execution is running. */
  readonly live: boolean
  /** A stream is under way: that not all of it is here yet is no news. */
  readonly receiving?: boolean
  /** File name offered for the download. */
  readonly downloadName: string
  /** Address of lines, when lines can be linked to; the line numbers are then real links. */
  readonly lineHref?: (line: LineSelection) => string
  /** What is looked for, when the page's address keeps it; else the reader does, for as long as it is shown. */
  readonly search?: SearchSettings
  readonly onSearchChange?: (search: SearchSettings) => void
  /** Zone of time stamps that name none: the one upstream's machines keep. The viewer's own by default. */
  readonly naiveTimeZone?: string
  /** Keys of the page that work in the reader too: the sheet of shortcuts tells them. */
  readonly pageShortcuts?: PageShortcuts | undefined
}
