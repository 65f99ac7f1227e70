export { NodeManJobsPage as Page } from './node-man-jobs-page.tsx'
