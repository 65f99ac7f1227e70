export { Page } from './find-page.tsx'
