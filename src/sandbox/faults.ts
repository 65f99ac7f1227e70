/**
 * Faults on request: rules name the requests they hit and what goes wrong. The first rule that matches and is not used
 * up wins, so a list reads from top to bottom.
 */
import { isObject } from './call.ts'

/** One thing that goes wrong; `latencyMs` may stand beside any other. */
export type FaultEffect = {
  readonly latencyMs?: number
  readonly status?: number
  /** With status 429: seconds until the limit resets. */
  readonly resetSeconds?: number
  /** Answer a proxy's HTML page instead (with `status`, default 502). */
  readonly html?: boolean
  /** Keep only that many bytes of the real answer and end it cleanly. */
  readonly truncate?: number
  /** Kill the connection; `afterBytes` of the real answer come through first (default 0). */
  readonly reset?: boolean
  readonly afterBytes?: number
  /** Replace the body of the answer; `status` (default 200) goes with it. */
  readonly body?: string
  /** A gzip-encoded answer that expands to that many bytes. */
  readonly gzipBomb?: number
  /** A plain answer of that many bytes. */
  readonly hugeBody?: number
}

type FaultRule = {
  readonly match: { readonly path?: string; readonly body?: string; readonly method?: string }
  /** How many requests it hits; not given = until removed. */
  readonly times?: number
  readonly effect: FaultEffect
}

/**
 * What became of the requests a rule has hit: all of them, those answered whole, those whose caller left. The rest is
 * under way, or was broken by the rule itself. Unlike the journal, which forgets, this counts any number.
 */
type FaultTally = { hits: number; finished: number; aborted: number }

/** A rule and what became of the requests it has hit. */
type ActiveFault = FaultRule & Readonly<FaultTally>

/** One request that a rule hits; who knows how it ended counts that in `tally`. */
type FaultHit = { readonly effect: FaultEffect; readonly tally: FaultTally }

export type FaultList = {
  /** Appends rules; throws a TypeError that says what is wrong with them, and then adds none. */
  readonly add: (rules: unknown) => void
  readonly clear: () => void
  readonly list: () => readonly ActiveFault[]
  /** Finds the rule that hits this request and counts the hit. */
  readonly take: (request: Request, body: string) => FaultHit | null
}

type Counted = { readonly rule: FaultRule; readonly path: RegExp | null; readonly tally: FaultTally }

export function createFaultList(): FaultList {
  let counted: Counted[] = []
  return {
    add: (rules) => {
      counted = [...counted, ...readRules(rules)]
    },
    clear: () => {
      counted = []
    },
    list: () => counted.map(({ rule, tally }) => ({ ...rule, ...tally })),
    take: (request, body) => {
      const hit = counted.find((each) => isHit(each, request, body))
      if (hit === undefined) return null
      hit.tally.hits += 1
      return { effect: hit.rule.effect, tally: hit.tally }
    },
  }
}

function isHit({ rule, path, tally }: Counted, request: Request, body: string): boolean {
  const url = new URL(request.url)
  const isLeft = rule.times === undefined || tally.hits < rule.times
  const isPath = path === null || path.test(url.pathname + url.search)
  const isMethod = rule.match.method === undefined || rule.match.method.toUpperCase() === request.method
  return isLeft && isPath && isMethod && (rule.match.body === undefined || body.includes(rule.match.body))
}

function readRules(rules: unknown): Counted[] {
  if (!Array.isArray(rules)) throw new TypeError('a list of rules is expected')
  return rules.map((rule: unknown) => {
    if (!isRule(rule)) throw new TypeError(`not a rule {match, times?, effect}: ${JSON.stringify(rule)}`)
    const path = rule.match.path === undefined ? null : readPattern(rule.match.path)
    return { rule, path, tally: { hits: 0, finished: 0, aborted: 0 } }
  })
}

function isRule(rule: unknown): rule is FaultRule {
  return isObject(rule) && isObject(rule['match']) && isObject(rule['effect'])
}

function readPattern(source: string): RegExp {
  try {
    return new RegExp(source)
  } catch {
    throw new TypeError(`match.path is not a regular expression: ${source}`)
  }
}
