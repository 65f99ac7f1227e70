import * as z from 'zod/mini'

/*
 * Node-man's answers as they come (bk-nodeman A4, B2, B3). One odd value must not cost the whole answer, so every
 * leaf falls back to "absent"; only the shape around them is insisted on.
 */

const text = z.catch(z.nullable(z.string()), null)
const list = z.catch(z.nullable(z.array(z.unknown())), null)
const flag = z.catch(z.boolean(), false)

/** An id or count: a number, or text when it is long (lossless JSON) or upstream felt like it. */
const decimal = z.catch(
  z.pipe(
    z.union([z.number(), z.string()]),
    z.transform((value) => String(value)),
  ),
  '',
)

/** Seconds, as text in one call and as a float in another (bk-nodeman B2, B3); absent before the start. */
const decimalText = z.string().check(z.regex(/^\d{1,12}(?:\.\d{1,9})?$/))
const seconds = z.union([z.number().check(z.gte(0)), z.pipe(decimalText, z.transform(Number))])
const costTime = z.catch(z.nullable(seconds), null)

const count = z.catch(z.number(), 0)

/** `{}` for a job so fresh that nobody counted. */
const wireCountsSchema = z.object({
  total_count: z.catch(z.nullable(z.number()), null),
  success_count: count,
  failed_count: count,
  ignored_count: count,
  pending_count: count,
  running_count: count,
})

const wireJob = z.object({
  job_type: text,
  job_type_display: text,
  status: text,
  created_by: text,
  start_time: text,
  end_time: text,
  cost_time: costTime,
  statistics: z.catch(z.nullable(wireCountsSchema), null),
  bk_biz_scope_display: list,
})

/** One row of job_list. */
const wireListedJobSchema = z.extend(wireJob, { id: decimal })

/** `data` of job_list. */
export const wireJobListSchema = z.object({ total: count, list: z.array(wireListedJobSchema) })

/** One host of a job. Rows of ignored hosts have `filter_host` and no `instance_id`. */
const wireInstanceSchema = z.object({
  /** A bare number in the document's own example (spec 3). */
  instance_id: decimal,
  filter_host: flag,
  ip: text,
  inner_ip: text,
  inner_ipv6: text,
  bk_host_id: decimal,
  bk_cloud_id: decimal,
  bk_cloud_name: text,
  bk_biz_id: decimal,
  bk_biz_name: text,
  status: text,
  status_display: text,
  step: text,
  op_type_display: text,
  is_manual: flag,
  start_time: text,
  end_time: text,
  cost_time: costTime,
})

/** `data` of job details. */
export const wireJobDetailSchema = z.extend(wireJob, {
  job_id: decimal,
  total: count,
  list: z.array(wireInstanceSchema),
  meta: z.catch(z.nullable(z.object({ op_type_display: text, step_type_display: text, name: text })), null),
})

/** One step of a log: exactly five keys, no id (bk-nodeman A4). */
const wireStepSchema = z.object({
  step: text,
  status: text,
  log: text,
  start_time: text,
  finish_time: text,
})

/** `data` of get_job_log; an empty list is a legal success. */
export const wireStepsSchema = z.array(wireStepSchema)

/** What job_list tells of one job's attempts (bk-nodeman B2). */
export const wireJobTasksSchema = z.object({
  list: z.array(
    z.object({ id: decimal, subscription_id: decimal, task_id_list: z.catch(z.array(decimal), []) }),
  ),
})

const wireSubStepSchema = z.object({
  node_name: text,
  status: text,
  log: text,
  start_time: text,
  finish_time: text,
})

/**
 * `data` of subscription_task_result_detail, as far as it is wanted. Its `inputs` can hold credentials for a day
 * (bk-nodeman B5): what is not named here is dropped, and must not be named.
 */
export const wireTaskResultSchema = z.object({
  status: text,
  start_time: text,
  finish_time: text,
  steps: z.catch(
    z.array(
      z.object({ target_hosts: z.catch(z.array(z.object({ sub_steps: z.array(wireSubStepSchema) })), []) }),
    ),
    [],
  ),
})

export type WireJob = z.infer<typeof wireJob>
export type WireCounts = z.infer<typeof wireCountsSchema>
export type WireInstance = z.infer<typeof wireInstanceSchema>
export type WireJobDetail = z.infer<typeof wireJobDetailSchema>
export type WireStep = z.infer<typeof wireStepSchema>
