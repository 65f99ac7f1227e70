import type {
  FrameHeader,
  JobInstanceDetail,
  JobInstanceId,
  JobInstancePage,
  JobInstanceQuery,
  NamedScope,
  NodeManAttempt,
  NodeManInstanceId,
  NodeManInstanceQuery,
  NodeManJobDetail,
  NodeManJobId,
  NodeManJobPage,
  NodeManJobQuery,
  NodeManTaskId,
  Scope,
  StepCourse,
  StepInstanceDetail,
  StepInstanceId,
  StepLogQuery,
  StepPartQuery,
} from '#contract'
import type { Language } from '../own-words.ts'

/*
 * What the endpoints need of BlueKing, in contract words. One adapter per generation implements it; nothing
 * above this line knows a wire dialect (docs/decisions/0001).
 */

/** One question, whole: nothing else goes out. Its `signal` ends it, while it waits and while its answer is read. */
export interface UpstreamRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly signal: AbortSignal
}

/** The head of an answer, and the way to its body. Redirects are answers like any other. */
export interface UpstreamResponse {
  readonly status: number
  readonly headers: UpstreamHeaders
  /**
   * Hands over the body piece by piece, decompressed, until it ends or `onPiece` says false; the connection is then
   * given up. Once only. Rejects when it breaks off.
   */
  read(onPiece: OnPiece): Promise<void>
}

/** Whether it shall go on. While that is only promised nothing more is read, so that upstream has to wait. */
export type OnPiece = (piece: Uint8Array) => boolean | Promise<boolean>

/** By name in lower case; null when there is none. */
export interface UpstreamHeaders {
  get(name: string): string | null
}

/** How upstream is asked: over HTTP in production, in memory in demo and tests. */
export type UpstreamCall = (request: UpstreamRequest) => Promise<UpstreamResponse>

/** What answers in memory: the sandbox. */
export type UpstreamFetch = (request: Request) => Promise<Response>

/** Who asks: the value of the user's BlueKing cookie, or a fixed user name (JOBLENS_ACT_AS). */
export type Identity =
  | { readonly by: 'token'; readonly cookie: 'bk_token' | 'bk_ticket'; readonly value: string }
  | { readonly by: 'name'; readonly userName: string }

/** What travels with every upstream call. `signal` fires when the browser leaves. */
export interface CallContext {
  readonly identity: Identity
  readonly language: Language
  readonly signal: AbortSignal
  /** The gateway's own request id, for problems that have no upstream answer. */
  readonly requestId: string
  /** Told upstream's own id of every answer it gave. */
  readonly onUpstreamId?: (id: string) => void
  /** On the clock of `performance.now()`: no try goes on beyond it. Not given: the transport's own limits. */
  readonly deadlineAt?: number
  /** Nobody is looking at this yet: other calls come first. */
  readonly isBulk?: boolean
  /**
   * Told how to say that nothing of a large answer is needed any more (see room.ts). Not given: that is so as soon as the answer
   * is there.
   */
  readonly keep?: (free: () => void) => void
}

type WithoutBytes<T> = T extends unknown ? Omit<T, 'bytes'> : never

/**
 * One frame before it is encoded: the header without its length, and the text that follows it. A text in bytes holds
 * only until the next frame is asked for: its memory is then used for something else.
 */
export interface LogFrame {
  readonly header: WithoutBytes<FrameHeader>
  readonly text: string | Buffer
}

/** Which step of which job instance, in which scope. */
export interface StepAddress {
  readonly scope: Scope
  readonly jobInstanceId: JobInstanceId
  readonly stepInstanceId: StepInstanceId
}

/** The job platform. All reject with ProblemError. */
export interface JobUpstream {
  jobInstances(scope: Scope, query: JobInstanceQuery, context: CallContext): Promise<JobInstancePage>
  jobInstance(scope: Scope, id: JobInstanceId, context: CallContext): Promise<JobInstanceDetail>
  /** A generation that knows neither attempts nor batches answers the whole, without `part`. */
  stepInstance(step: StepAddress, context: CallContext, part?: StepPartQuery): Promise<StepInstanceDetail>
  stepCourse(step: StepAddress, context: CallContext): Promise<StepCourse>
  /** Null when this generation cannot list scopes. */
  scopes(context: CallContext): Promise<readonly NamedScope[] | null>
  /**
   * Frames up to and including `end`. A failed upstream call becomes a `problem` frame for its hosts; it only
   * rejects before the first frame, when nothing at all could be read (denied, gone, every call failed alike).
   */
  stepLogs(step: StepAddress, query: StepLogQuery, context: CallContext): AsyncIterable<LogFrame>
}

/** Node-man. All reject with ProblemError. */
export interface NodeManUpstream {
  /** Rejects `not-offered` where the generation has no list (ESB, first gateway generation: bk-nodeman B1). */
  jobs(query: NodeManJobQuery, context: CallContext): Promise<NodeManJobPage>
  job(id: NodeManJobId, query: NodeManInstanceQuery, context: CallContext): Promise<NodeManJobDetail>
  /** Attempts at one host, oldest first; rejects `not-offered` where jobs cannot be listed (bk-nodeman A8). */
  attempts(
    id: NodeManJobId,
    instanceId: NodeManInstanceId,
    context: CallContext,
  ): Promise<readonly NodeManAttempt[]>
  /** The newest attempt's steps, or those of the one given. */
  stepLogs(
    id: NodeManJobId,
    instanceId: NodeManInstanceId,
    context: CallContext,
    taskId?: NodeManTaskId,
  ): AsyncIterable<LogFrame>
}
