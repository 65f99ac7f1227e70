export type { LineSelection } from './line-selection.ts'
export { LogViewer } from './log-viewer.tsx'
