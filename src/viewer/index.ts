export { LogViewer } from './log-viewer.tsx'
export type { LineSelection } from './rows/line-selection.ts'
export type { SearchSettings } from './search/search-settings.ts'
export type { PageShortcuts } from './tools/shortcuts.ts'
