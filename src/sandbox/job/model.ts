/** A host as the configuration platform knows it; `ip` is null on an IPv6-only host. */
export interface Host {
  readonly type: 'host'
  readonly hostId: number
  readonly cloudId: number
  readonly cloudName: string
  readonly ip: string | null
  readonly ipv6: string | null
  readonly agentId: string
}

/** A container, the other thing v4 can execute on. */
export interface Container {
  readonly type: 'container'
  readonly id: number
  readonly containerId: string
  readonly name: string
  readonly nodeHostId: number
}

export type ExecuteObject = Host | Container

/** The execute objects of a step in their stored order, found again by what callers know them by. */
export interface ObjectSet {
  readonly all: readonly ExecuteObject[]
  /** -1 when the host is not one of them. */
  indexOfHost(hostId: string): number
  /** `address` is `cloud:ip`; hosts without an IPv4 address are never found this way (bk-job B.2). */
  indexOfAddress(address: string): number
  indexOfContainer(id: string): number
}

/** What became of one execute object in one attempt of a step. */
export interface Outcome {
  readonly status: number
  readonly tag: string | null
  readonly exitCode: number | null
  /** The raw agent code: 0 done, 115 running, 126 force-terminated, others are errors. */
  readonly errorCode: number
  readonly startedAt: number | null
  readonly endedAt: number | null
  /** 1-based rolling batch, 0 when the step does not roll. */
  readonly batch: number
}

/** Where a job or step instance stands at one moment. */
export interface Progress {
  readonly status: number
  readonly startedAt: number | null
  readonly endedAt: number | null
}

/** A log text; null is stored as an explicit null, undefined means no document was written yet. */
export type LogText = string | null | undefined

/** One file on its way. `size`, `speed` and `process` are the platform's own texts; null when never reported. */
export interface Transfer {
  readonly mode: 0 | 1
  /** Null while a third-party source is pulled and the object cannot be resolved (bk-job A.3). */
  readonly source: ExecuteObject | null
  readonly sourcePath: string
  readonly destination: ExecuteObject | null
  readonly destinationPath: string | null
  readonly status: number
  readonly logText: string
  readonly size: string | null
  readonly speed: string | null
  readonly process: string | null
}

/** The distribution side of a file step; indexes are those of `targets` and `sources`. */
export interface Distribution {
  readonly sources: ObjectSet
  downloads(targetIndex: number, now: number): readonly Transfer[]
  uploads(sourceIndex: number, now: number): readonly Transfer[]
  /** Targets carried over by "retry failed": the batch call loses their logs (bk-job B.4). */
  isCarriedOver(targetIndex: number): boolean
}

type StepKind = 'script' | 'file' | 'confirm' | 'sql'

/** What was going to be executed, for `get_step_instance_detail`. */
export interface StepPlan {
  readonly scriptLanguage: number
  readonly scriptContent: string
  readonly scriptParam: string
  readonly files: readonly { readonly paths: readonly string[]; readonly fileType: number }[]
  readonly destinationPath: string
  readonly approvalMessage: string
}

export interface StepInstance {
  readonly id: string
  readonly name: string
  readonly kind: StepKind
  /** The latest attempt, 0-based as on the wire. */
  readonly executeCount: number
  /** Rolling batches, 0 when the step does not roll. */
  readonly batchCount: number
  readonly createdAt: number
  readonly targets: ObjectSet
  readonly distribution: Distribution | null
  readonly plan: StepPlan
  /** Specification examples come in the order asked for; everything else is shuffled (bk-job B.3). */
  readonly keepsOrder: boolean
  progress(now: number): Progress
  outcome(index: number, now: number, executeCount: number): Outcome
  scriptLog(index: number, now: number): LogText
}

export interface JobInstance {
  readonly id: string
  /** `biz:2`, see scopes. */
  readonly scope: string
  readonly name: string
  readonly operator: string
  readonly launchMode: number
  readonly type: number
  readonly planId: number
  readonly createdAt: number
  progress(now: number): Progress
  /** Built when first asked for: the history lists hundreds of instances nobody opens. */
  steps(): readonly StepInstance[]
}
