import * as z from 'zod/mini'

const link = z.nullable(z.string())

/** The generations of the job platform's API we speak (docs/upstream.md). */
export const jobGenerations = ['gateway-v3', 'gateway-v4', 'gateway-v4-ip-log', 'esb'] as const

/**
 * What this deployment offers, so that a screen can say "not available here" instead of failing. Static facts
 * of the generation; a call that a particular server lacks answers problem `not-offered` when tried.
 */
export const capabilitiesSchema = z.object({
  job: z.nullable(
    z.object({
      generation: z.enum(jobGenerations),
      sandbox: z.boolean(),
      /** History can be listed, and whether a total and a longest time span (days) come with it. */
      jobInstanceList: z.object({
        total: z.boolean(),
        maxSpanDays: z.nullable(z.number()),
        /** How many rows from the top a page may begin; null = anywhere (bk-job A.2). */
        maxStart: z.optional(z.nullable(z.number())),
      }),
      /** The scopes a user may see can be listed (released v4 on recent servers). */
      scopes: z.boolean(),
      containers: z.boolean(),
      /** Most hosts in one upstream log call. */
      hostsPerCall: z.number(),
    }),
  ),
  nodeMan: z.nullable(
    z.object({ api: z.enum(['gateway', 'esb']), sandbox: z.boolean(), jobList: z.boolean() }),
  ),
  /** IANA zone of naive upstream times. */
  upstreamTimeZone: z.string(),
  links: z.object({ login: link, jobWeb: link, nodeManWeb: link, apply: link }),
  /** Fixed user name every reader acts as (JOBLENS_ACT_AS); shown, because it widens what people may see. */
  actAs: z.nullable(z.string()),
  version: z.string(),
})
export type Capabilities = z.infer<typeof capabilitiesSchema>

/** Whose sign-in reaches the gateway. `user` is no name: it only changes when somebody else, or anybody, signs in. */
export const sessionSchema = z.object({ user: z.nullable(z.string()) })
export type Session = z.infer<typeof sessionSchema>
