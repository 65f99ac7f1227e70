import { sessionSchema } from '#contract'
import type { Api } from './client.ts'

/**
 * A mark of whose sign-in the browser sends: another one when somebody signs in, `null` when it sends none, `undefined`
 * when it could not be asked. Costs the gateway next to nothing, and upstream is not asked.
 */
export async function readTicketMark(api: Api): Promise<string | null | undefined> {
  try {
    const answer = await fetch(api.address('/session'), { headers: api.headers() })
    const parsed = sessionSchema.safeParse(await answer.json())
    return parsed.success ? parsed.data.user : undefined
  } catch {
    return undefined
  }
}
