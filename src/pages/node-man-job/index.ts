export { NodeManJobPage as Page } from './node-man-job-page.tsx'
