export { WatchKeeper } from './watch-keeper.tsx'
export { WatchPanel } from './watch-panel.tsx'
