import { type Environment, isVariable, type VariableName, variableNames } from './config-variables.ts'

/*
 * Variables that begin like ours and are none of them. A misspelt one is not there, and what it was meant for silently keeps its
 * default. They are told, never refused: platforms put variables of their own into every process.
 */

/** A variable that is none of ours, and the name that was most likely meant; null when none is like it. */
export interface UnknownVariable {
  readonly name: string
  readonly meant: VariableName | null
}

/** In the order of their names. Values are not told: one may be a secret. */
export function unknownVariables(environment: Environment): readonly UnknownVariable[] {
  return Object.keys(environment)
    .filter((name) => isForUs(name, environment[name] ?? ''))
    .toSorted()
    .map((name) => ({ name, meant: nearest(name.toUpperCase()) }))
}

/** One sentence for an operator. */
export function unknownWords({ name, meant }: UnknownVariable): string {
  return `${name} is no variable of Joblens and changes nothing${meant === null ? '' : `: ${meant} is one`}`
}

/** Also in other letters, which this system takes for another name. */
function isForUs(name: string, value: string): boolean {
  return /^JOBLENS_/i.test(name) && !isVariable(name) && !ofTools.test(name) && !isServiceLink(name, value)
}

/** Read by the programs in tools and e2e, whose server then has them too. */
const ofTools = /^JOBLENS_(?:CHROMIUM|FIREFOX|REPORTS|E2E)(?:_|$)/

/** Kubernetes tells each container where the services beside it are; one of them may well be called joblens. */
function isServiceLink(name: string, value: string): boolean {
  return /_SERVICE_(?:HOST|PORT)(?:_|$)|_PORT_\d+_/.test(name) || /^(?:tcp|udp|sctp):\/\//.test(value)
}

/** A name of which more letters are others was not meant. */
const MOST_UNLIKE = 1 / 3

function nearest(name: string): VariableName | null {
  const bare = name.replace('JOBLENS_', '')
  if (isVariable(bare)) return bare
  const [best] = variableNames
    .map((known) => {
      const other = known.replace('JOBLENS_', '')
      return { known, unlike: editSteps(bare, other) / Math.max(bare.length, other.length) }
    })
    .toSorted((one, other) => one.unlike - other.unlike)
  return best !== undefined && best.unlike <= MOST_UNLIKE ? best.known : null
}

/** How many letters must be added, dropped or replaced to make one of the other (Levenshtein). */
function editSteps(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [line, letter] of [...one].entries()) {
    const next = [line + 1]
    for (let column = 0; column < other.length; column += 1) {
      const [diagonal = 0, above = 0] = row.slice(column, column + 2)
      const replaced = diagonal + (letter === other[column] ? 0 : 1)
      next.push(Math.min(replaced, above + 1, (next[column] ?? 0) + 1))
    }
    row = next
  }
  return row.at(-1) ?? 0
}
