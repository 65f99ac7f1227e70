import * as z from 'zod/mini'
import {
  jobInstanceIdSchema,
  nodeManInstanceIdSchema,
  nodeManJobIdSchema,
  nodeManTaskIdSchema,
  scopeIdSchema,
  stepInstanceIdSchema,
} from './ids.ts'
import { scopeTypeSchema } from './scope.ts'

/*
 * Every endpoint between browser and gateway, on one screen. Paths are below `{base}api`. Answers: JSON as the
 * named schema, or a frame stream (step-log.ts); failures are `{problem}` with the status of problem.ts.
 *
 *   GET  /capabilities                                             capabilitiesSchema
 *   GET  /session                                                  sessionSchema
 *   GET  /scopes                                                   scopeListSchema
 *   GET  /job-instances/{scopeType}/{scopeId}?…jobInstanceQuery    jobInstancePageSchema
 *   GET  /job-instances/{scopeType}/{scopeId}/{jobInstanceId}      jobInstanceDetailSchema
 *   GET  /job-instances/{…}/steps/{stepInstanceId}?…stepPartQuery  stepInstanceDetailSchema
 *   GET  /job-instances/{…}/steps/{stepInstanceId}/course          stepCourseSchema
 *   POST /job-instances/{…}/steps/{stepInstanceId}/log             stepLogQuerySchema → frames
 *   GET  /node-man/jobs?…nodeManJobQuery                           nodeManJobPageSchema
 *   GET  /node-man/jobs/{nodeManJobId}?…nodeManInstanceQuery       nodeManJobDetailSchema
 *   GET  /node-man/jobs/{…}/instances/{instanceId}/attempts        nodeManAttemptsSchema
 *   GET  /node-man/jobs/{nodeManJobId}/instances/{instanceId}/log  frames (node-man-step)
 *        the same ?task={taskId}                                   an earlier attempt instead of the newest
 *   POST the same, when the browser has some of it                 nodeManLogQuerySchema → frames
 */

/** Path templates, Hono style. */
export const endpointPaths = {
  capabilities: '/capabilities',
  session: '/session',
  scopes: '/scopes',
  jobInstances: '/job-instances/:scopeType/:scopeId',
  jobInstance: '/job-instances/:scopeType/:scopeId/:jobInstanceId',
  stepInstance: '/job-instances/:scopeType/:scopeId/:jobInstanceId/steps/:stepInstanceId',
  stepCourse: '/job-instances/:scopeType/:scopeId/:jobInstanceId/steps/:stepInstanceId/course',
  stepLog: '/job-instances/:scopeType/:scopeId/:jobInstanceId/steps/:stepInstanceId/log',
  nodeManJobs: '/node-man/jobs',
  nodeManJob: '/node-man/jobs/:nodeManJobId',
  nodeManAttempts: '/node-man/jobs/:nodeManJobId/instances/:instanceId/attempts',
  nodeManLog: '/node-man/jobs/:nodeManJobId/instances/:instanceId/log',
} as const

export const scopeParamsSchema = z.object({ scopeType: scopeTypeSchema, scopeId: scopeIdSchema })
export const jobInstanceParamsSchema = z.extend(scopeParamsSchema, { jobInstanceId: jobInstanceIdSchema })
export const stepInstanceParamsSchema = z.extend(jobInstanceParamsSchema, {
  stepInstanceId: stepInstanceIdSchema,
})
export const nodeManJobParamsSchema = z.object({ nodeManJobId: nodeManJobIdSchema })
export const nodeManLogParamsSchema = z.extend(nodeManJobParamsSchema, {
  instanceId: nodeManInstanceIdSchema,
})
/** Query of the node-man log endpoint. */
export const nodeManLogOfSchema = z.object({ task: z.optional(nodeManTaskIdSchema) })
export type JobInstanceParams = z.infer<typeof jobInstanceParamsSchema>
export type StepInstanceParams = z.infer<typeof stepInstanceParamsSchema>
export type NodeManLogParams = z.infer<typeof nodeManLogParamsSchema>

const int = (low: number, high: number) => z.coerce.number().check(z.int(), z.gte(low), z.lte(high))
const text = z.string().check(z.maxLength(200))

/** History filters (bk-job A.6). Times are epoch ms; both are required upstream, so both are required here. */
export const jobInstanceQuerySchema = z.object({
  from: int(1, 8.64e15),
  to: int(1, 8.64e15),
  start: z._default(int(0, 1_000_000), 0),
  length: z._default(int(1, 200), 20),
  name: z.optional(text),
  operator: z.optional(text),
  ip: z.optional(text),
  status: z.optional(int(0, 1000)),
  type: z.optional(int(0, 100)),
  launchMode: z.optional(int(0, 100)),
  jobInstanceId: z.optional(jobInstanceIdSchema),
})
export type JobInstanceQuery = z.infer<typeof jobInstanceQuerySchema>

/**
 * Which part of a step's results is wanted; nothing given is the newest attempt, all batches, every target. A generation
 * that cannot tell attempts or batches apart answers the whole, without `part` (bk-job A.8).
 */
export const stepPartQuerySchema = z.object({
  /** Attempt, 0 for the first. */
  executeCount: z.optional(int(0, 9999)),
  /** Rolling batch from 1; 0 is all. */
  batch: z.optional(int(0, 9999)),
  /** Most targets of one status and tag; counts stay whole. */
  perGroup: z.optional(int(1, 1000)),
})
export type StepPartQuery = z.infer<typeof stepPartQuerySchema>

/** One address, or several joined by commas or blanks: people paste lists. */
const addresses = z.string().check(z.maxLength(8000))

/** Node-man job filters (bk-nodeman B2). */
export const nodeManJobQuerySchema = z.object({
  page: z._default(int(1, 1_000_000), 1),
  pageSize: z._default(int(1, 200), 50),
  status: z.optional(text),
  operator: z.optional(text),
  ip: z.optional(addresses),
  jobId: z.optional(nodeManJobIdSchema),
})
export type NodeManJobQuery = z.infer<typeof nodeManJobQuerySchema>

/** Host filters of one node-man job (bk-nodeman B3). */
export const nodeManInstanceQuerySchema = z.object({
  page: z._default(int(1, 1_000_000), 1),
  pageSize: z._default(int(1, 500), 50),
  status: z.optional(text),
  ip: z.optional(addresses),
  /** Just this one: a page that shows one host need not read the others. */
  instanceId: z.optional(nodeManInstanceIdSchema),
})
export type NodeManInstanceQuery = z.infer<typeof nodeManInstanceQuerySchema>
