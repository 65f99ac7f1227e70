export { KeySheet } from './key-sheet.tsx'
export { PreferencesPanel } from './preferences-panel.tsx'
