export { LogViewer } from './log-viewer.tsx'
export type { LineSelection } from './rows/line-selection.ts'
