import * as z from 'zod/mini'
import {
  cloudIdSchema,
  hostIdSchema,
  nodeManInstanceIdSchema,
  nodeManJobIdSchema,
  nodeManTaskIdSchema,
  scopeIdSchema,
} from './ids.ts'

const time = z.nullable(z.number())

/** How many hosts of a node-man job are in which state; null for a job so fresh that nobody counted. */
export const nodeManCountsSchema = z.readonly(
  z.object({
    total: z.number(),
    success: z.number(),
    failed: z.number(),
    ignored: z.number(),
    pending: z.number(),
    running: z.number(),
  }),
)
export type NodeManCounts = z.infer<typeof nodeManCountsSchema>

/** One node-man job: an installation, upgrade, plugin deployment … on some hosts. */
export const nodeManJobSchema = z.readonly(
  z.object({
    id: nodeManJobIdSchema,
    /** Display name of what it does, e.g. "安装 Agent"; falls back to upstream's `job_type`. */
    name: z.string(),
    jobType: z.nullable(z.string()),
    status: z.string(),
    operator: z.nullable(z.string()),
    scopeNames: z.readonly(z.array(z.string())),
    startedAt: time,
    endedAt: time,
    durationMs: time,
    counts: z.nullable(nodeManCountsSchema),
  }),
)
export type NodeManJob = z.infer<typeof nodeManJobSchema>

/** One page of node-man jobs, newest first. */
export const nodeManJobPageSchema = z.object({
  items: z.readonly(z.array(nodeManJobSchema)),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
})
export type NodeManJobPage = z.infer<typeof nodeManJobPageSchema>

/**
 * One host of a node-man job. Ignored and filtered hosts have no `id`, so no log, and upstream repeats them on
 * every page outside `total` (bk-nodeman B3).
 */
export const nodeManInstanceSchema = z.readonly(
  z.object({
    id: z.nullable(nodeManInstanceIdSchema),
    hostId: z.nullable(hostIdSchema),
    cloudId: z.nullable(cloudIdSchema),
    cloudName: z.nullable(z.string()),
    ip: z.nullable(z.string()),
    ipv6: z.nullable(z.string()),
    scopeName: z.nullable(z.string()),
    /** The business the host is in; null also where upstream does not say. */
    businessId: z._default(z.nullable(scopeIdSchema), null),
    status: z.string(),
    /** Upstream's own sentence, e.g. "正在 安装" or why the host was ignored. */
    statusText: z.nullable(z.string()),
    /** Name of the step it is at. */
    stepName: z.nullable(z.string()),
    operation: z.nullable(z.string()),
    /** A person runs the installation command on it; false also where upstream does not say. */
    manual: z._default(z.boolean(), false),
    startedAt: time,
    endedAt: time,
    durationMs: time,
    ignored: z.boolean(),
  }),
)
export type NodeManInstance = z.infer<typeof nodeManInstanceSchema>

/** A node-man job and one page of its hosts. */
export const nodeManJobDetailSchema = z.object({
  job: nodeManJobSchema,
  instances: z.readonly(z.array(nodeManInstanceSchema)),
  /** Hosts with logs, all pages. */
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
})
export type NodeManJobDetail = z.infer<typeof nodeManJobDetailSchema>

/** One attempt at one host; a retry runs all steps again as a new one (bk-nodeman A8). */
export const nodeManAttemptSchema = z.readonly(
  z.object({ taskId: nodeManTaskIdSchema, status: z.string(), startedAt: time, endedAt: time }),
)
export type NodeManAttempt = z.infer<typeof nodeManAttemptSchema>

/** Oldest first; empty when there was never more than one. */
export const nodeManAttemptsSchema = z.object({ attempts: z.readonly(z.array(nodeManAttemptSchema)) })
export type NodeManAttempts = z.infer<typeof nodeManAttemptsSchema>

/**
 * A time as node-man gave it. `at` is null when there was none or it could not be read; the text is kept, since
 * the document's own example is malformed (`2021-09-1615: 06: 45`, spec 3).
 */
export const statedTimeSchema = z.readonly(z.object({ text: z.nullable(z.string()), at: time }))
export type StatedTime = z.infer<typeof statedTimeSchema>

/** One step on one host. Titles repeat within one log, so the position is the key (bk-nodeman A4). */
export const nodeManStepSchema = z.readonly(
  z.object({
    index: z.number(),
    name: z.string(),
    status: z.string(),
    startedAt: statedTimeSchema,
    /** Set while RUNNING too: then it is the time of the last output (bk-nodeman A5). Decide by status only. */
    finishedAt: statedTimeSchema,
  }),
)
export type NodeManStep = z.infer<typeof nodeManStepSchema>
