import type { JobCall } from './call.ts'
import type { Catalogue } from './catalogue.ts'
import type { Dialect } from './envelopes.ts'
import { FieldFailure, JobFailure } from './failures.ts'
import type { JobInstance, StepInstance } from './model.ts'
import type { Parameters } from './parameters.ts'
import { denial, readScope, type Scope } from './scopes.ts'

/** A call on its way through one generation's reader. */
export interface JobRequest {
  readonly dialect: Dialect
  readonly call: JobCall
  readonly parameters: Parameters
  readonly catalogue: Catalogue
  readonly now: number
}

/** The scope of the call, with the user's access to it checked. */
export function scopeOf(request: JobRequest): Scope {
  const acceptsBizId = request.dialect === 'v3' || request.dialect === 'esb'
  return readScope(request.parameters, request.call.user, acceptsBizId)
}

const missingInstance = { zh: '作业实例ID不合法', en: 'Illegal job instance id' }
const missingStep = { zh: '步骤实例ID不合法', en: 'Illegal step instance id' }

/** The id of a required positive long. Throws 1240003 (v3) or 400 (v4) otherwise. */
function requiredId(request: JobRequest, name: string, rule: { zh: string; en: string }): string {
  const id = request.parameters.long(name)
  if (id === null || BigInt(id) < 1n) throw new FieldFailure(name, rule)
  return id
}

/** The scope, job instance and step instance ids a call must name, checked in the platform's order. */
export function instanceOf(request: JobRequest): JobInstance {
  const scope = scopeOf(request)
  const id = requiredId(request, 'job_instance_id', missingInstance)
  return findInstance(request, scope, id)
}

/** The job instance and one of its steps; `unknownStep` is the code of a step that is not there. */
export function stepOf(request: JobRequest, unknownStep: number) {
  const scope = scopeOf(request)
  const instanceId = requiredId(request, 'job_instance_id', missingInstance)
  const stepId = requiredId(request, 'step_instance_id', missingStep)
  const instance = findInstance(request, scope, instanceId)
  const step = instance.steps().find((known) => known.id === stepId)
  if (step === undefined) throw new JobFailure(unknownStep)
  return { instance, step }
}

// Unknown, expired and foreign instances are one answer (bk-job A.15); `guest` may list but not look.
function findInstance(request: JobRequest, scope: Scope, id: string): JobInstance {
  const instance = request.catalogue.find(scope, id)
  if (instance === undefined) throw new JobFailure(1244006)
  const { user } = request.call
  if (user === 'guest' && instance.operator !== user) throw denial(user, scope, 'view_history')
  return instance
}

/** The v3 readers fail on containers the way a null pointer does (bk-job A.7). */
export function refuseContainers(step: StepInstance): void {
  if (step.targets.all.some((object) => object.type === 'container')) throw new JobFailure(1240002)
}
