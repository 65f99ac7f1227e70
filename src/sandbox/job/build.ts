import { noObjects, objectSet } from './hosts.ts'
import type {
  Distribution,
  ExecuteObject,
  JobInstance,
  Outcome,
  StepInstance,
  StepPlan,
  Transfer,
} from './model.ts'
import { settled, waits, withoutExitCode } from './outcomes.ts'

// Every kind of step has every field of a plan; only its own are ever shown.
const emptyPlan: StepPlan = {
  scriptLanguage: 1,
  scriptContent: '',
  scriptParam: '',
  files: [],
  destinationPath: '',
  approvalMessage: '',
}

// What every kind of step has to say about itself; the rest has defaults.
type Common = Pick<StepInstance, 'id' | 'name' | 'createdAt' | 'progress'> &
  Partial<Pick<StepInstance, 'executeCount' | 'batchCount' | 'keepsOrder'>>

interface ScriptStep extends Common, Pick<StepInstance, 'outcome' | 'scriptLog'> {
  readonly kind?: 'script' | 'sql'
  readonly targets: () => readonly ExecuteObject[]
  readonly script?: string
  readonly scriptParam?: string
}

/** A script or SQL step. */
export function scriptStep({ targets, script, scriptParam, ...step }: ScriptStep): StepInstance {
  const kind = step.kind ?? 'script'
  const plan = {
    ...emptyPlan,
    scriptLanguage: kind === 'sql' ? 6 : 1,
    scriptContent: script ?? '#!/bin/bash\n. ./job_common.sh\njob_start\n',
    scriptParam: scriptParam ?? '',
  }
  return { ...defaults, ...step, kind, plan, targets: objectSet(targets) }
}

const defaults = { executeCount: 0, batchCount: 0, keepsOrder: false, distribution: null }

interface FileStep extends Common {
  readonly targets: () => readonly ExecuteObject[]
  readonly sources: () => readonly ExecuteObject[]
  readonly files: StepPlan['files']
  readonly destinationPath: string
  readonly outcome: StepInstance['outcome']
  readonly downloads: (targetIndex: number, now: number) => readonly Transfer[]
  readonly uploads: (sourceIndex: number, now: number) => readonly Transfer[]
  readonly isCarriedOver?: (targetIndex: number) => boolean
}

/** A distribution; its hosts have no exit codes and no script logs. */
export function fileStep({ targets, sources, files, destinationPath, ...step }: FileStep): StepInstance {
  const { outcome, downloads, uploads, isCarriedOver = () => false } = step
  const distribution: Distribution = { sources: objectSet(sources), downloads, uploads, isCarriedOver }
  return {
    ...defaults,
    id: step.id,
    name: step.name,
    createdAt: step.createdAt,
    executeCount: step.executeCount ?? 0,
    batchCount: step.batchCount ?? 0,
    keepsOrder: step.keepsOrder ?? false,
    kind: 'file',
    plan: { ...emptyPlan, files, destinationPath },
    targets: objectSet(targets),
    distribution,
    progress: step.progress,
    outcome: (index, now, executeCount) => withoutExitCode(outcome(index, now, executeCount)),
    scriptLog: () => undefined,
  }
}

/** A confirmation a person has to give. */
export function confirmStep(step: Common & { readonly message: string }): StepInstance {
  const { message, ...common } = step
  return {
    ...defaults,
    ...common,
    kind: 'confirm',
    plan: { ...emptyPlan, approvalMessage: message },
    targets: noObjects,
    outcome: () => waits(),
    scriptLog: () => undefined,
  }
}

/** A script step its job instance never reached. */
export function unreachedStep(
  id: string,
  name: string,
  createdAt: number,
  targets: () => readonly ExecuteObject[],
) {
  const progress = settled(1, null, null)
  const outcome = (): Outcome => waits()
  return scriptStep({ id, name, createdAt, progress, outcome, targets, scriptLog: () => undefined })
}

type InstanceFields = Pick<JobInstance, 'id' | 'name' | 'createdAt' | 'progress'> &
  Partial<Pick<JobInstance, 'scope' | 'operator' | 'launchMode' | 'type' | 'planId'>> & {
    readonly steps: () => readonly StepInstance[]
  }

/** A job instance of the demo game unless told otherwise; its steps are built once, when asked for. */
export function jobInstance({ steps, ...fields }: InstanceFields): JobInstance {
  let built: readonly StepInstance[] | null = null
  const type = fields.type ?? 0
  return {
    scope: 'biz:2',
    operator: 'admin',
    launchMode: 1,
    planId: type === 0 ? 1024 : -1,
    ...fields,
    type,
    steps: () => {
      built ??= steps()
      return built
    },
  }
}
