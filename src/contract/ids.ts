import * as z from 'zod/mini'
import { isDecimalId } from './decimal-id.ts'

/*
 * Ids are decimal strings in all our code. Upstream they are Java longs, and JSON numbers beyond 2^53 are
 * rounded by JSON.parse, so the gateway quotes them on the way in and unquotes them on the way out
 * (docs/decisions/0002).
 */

const decimal = () => z.string().check(z.refine(isDecimalId, 'a decimal id of at most 19 digits'))

/** Schema of a job instance id, e.g. `"20000000001"`. */
export const jobInstanceIdSchema = decimal().brand<'JobInstanceId'>()
/** Schema of a step instance id. */
export const stepInstanceIdSchema = decimal().brand<'StepInstanceId'>()
/** Schema of a CMDB host id. */
export const hostIdSchema = decimal().brand<'HostId'>()
/** Schema of a cloud area id; `"0"` is the direct area. */
export const cloudIdSchema = decimal().brand<'CloudId'>()
/** Schema of a business, business set or tenant set id. */
export const scopeIdSchema = decimal().brand<'ScopeId'>()
/** Schema of the id of a job plan, of which job instances are runs. */
export const jobPlanIdSchema = decimal().brand<'JobPlanId'>()
/** Schema of a node-man job id. */
export const nodeManJobIdSchema = decimal().brand<'NodeManJobId'>()
/**
 * Schema of a node-man instance id: `host|instance|host|1`, or `…|10.0.0.3-0-0` for a host that had no id yet
 * (bk-nodeman A3). At most 128 characters (its database column). The document's own example is a bare number
 * (spec 3), so that is accepted too.
 */
export const nodeManInstanceIdSchema = z
  .string()
  .check(z.regex(/^[\w.:|-]{1,128}$/))
  .brand<'NodeManInstanceId'>()
/** Schema of the id of one attempt of a node-man job: upstream's subscription task (bk-nodeman A8). */
export const nodeManTaskIdSchema = decimal().brand<'NodeManTaskId'>()

export type JobInstanceId = z.infer<typeof jobInstanceIdSchema>
export type StepInstanceId = z.infer<typeof stepInstanceIdSchema>
export type HostId = z.infer<typeof hostIdSchema>
export type CloudId = z.infer<typeof cloudIdSchema>
export type ScopeId = z.infer<typeof scopeIdSchema>
export type JobPlanId = z.infer<typeof jobPlanIdSchema>
export type NodeManJobId = z.infer<typeof nodeManJobIdSchema>
export type NodeManInstanceId = z.infer<typeof nodeManInstanceIdSchema>
export type NodeManTaskId = z.infer<typeof nodeManTaskIdSchema>
