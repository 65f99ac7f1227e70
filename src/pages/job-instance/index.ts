export { JobInstancePage as Page } from './job-instance-page.tsx'
