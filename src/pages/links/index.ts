export { Page } from './links-page.tsx'
