export type { LineSelection } from './line-selection.ts'
export { LogViewer, type LogViewerProps } from './log-viewer.tsx'
