export { PageKeySheet } from './page-key-sheet.tsx'
export { PreferencesPanel } from './preferences-panel.tsx'
