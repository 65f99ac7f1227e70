export { ApiProvider, useApi } from './api-context.tsx'
export { ApiProblem, browserProblem, toProblem } from './api-problem.ts'
export { type Api, createApi, type StepAddress } from './client.ts'
export {
  capabilitiesQuery,
  jobInstanceQuery,
  jobInstancesQuery,
  nodeManJobQuery,
  nodeManJobsQuery,
  scopesQuery,
  stepInstanceQuery,
} from './queries.ts'
