export { JobInstancesPage as Page } from './job-instances-page.tsx'
