export { NodeManInstancePage as Page } from './node-man-instance-page.tsx'
