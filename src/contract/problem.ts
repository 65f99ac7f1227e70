import * as z from 'zod/mini'

/**
 * What went wrong, in the words the screens know. Upstream has four envelopes (bk-job A.15, bk-nodeman F5); the
 * gateway maps all of them here. `truncated` and `offline` are only ever made by the browser.
 */
export const problemKinds = [
  'bad-request',
  'not-signed-in',
  'app-denied',
  'denied',
  'gone',
  'not-found',
  'not-ready',
  'rate-limited',
  'too-large',
  'upstream-down',
  'timeout',
  'bad-answer',
  'not-offered',
  'truncated',
  'offline',
  'internal',
] as const
export type ProblemKind = (typeof problemKinds)[number]

/** One IAM action the user lacks, and on what (bk-job A.13). */
export const missingPermissionSchema = z.readonly(
  z.object({
    action: z.string(),
    actionName: z.string(),
    resources: z.readonly(z.array(z.object({ type: z.string(), id: z.string(), name: z.string() }))),
  }),
)
export type MissingPermission = z.infer<typeof missingPermissionSchema>

/** One failure, ready to be shown. */
export const problemSchema = z.readonly(
  z.object({
    kind: z.catch(z.enum(problemKinds), 'internal'),
    /** Upstream's own words when there are any, else ours, in English. Plain text. */
    message: z.string(),
    /** Upstream's error code, numeric or word, as text. */
    code: z.nullable(z.string()),
    /** The id an administrator searches by: the upstream answer's, else the gateway's own. */
    requestId: z.string(),
    /** Which side gave the id. */
    requestIdOf: z.catch(z.enum(['upstream', 'gateway', 'browser']), 'gateway'),
    /** Which system failed. */
    system: z.catch(z.enum(['job', 'node-man', 'joblens']), 'joblens'),
    /** Seconds until trying again makes sense; null when unknown. */
    retryAfterSeconds: z.nullable(z.number()),
    permissions: z.readonly(z.array(missingPermissionSchema)),
    /** Where to apply for the permission, http(s) only. */
    applyUrl: z.nullable(z.string()),
    /** Where to sign in, http(s) only; only with `not-signed-in`. */
    loginUrl: z.nullable(z.string()),
  }),
)
export type Problem = z.infer<typeof problemSchema>

/** HTTP status the gateway answers with for each kind; the body is `{problem}`. */
export const problemHttpStatus: Readonly<Record<ProblemKind, number>> = {
  'bad-request': 400,
  'not-signed-in': 401,
  'app-denied': 403,
  denied: 403,
  gone: 404,
  'not-found': 404,
  'not-ready': 409,
  'rate-limited': 429,
  'too-large': 413,
  'upstream-down': 502,
  timeout: 504,
  'bad-answer': 502,
  'not-offered': 501,
  truncated: 502,
  offline: 503,
  internal: 500,
}

/** Body of every answer that is not 2xx. */
export const problemAnswerSchema = z.object({ problem: problemSchema })
