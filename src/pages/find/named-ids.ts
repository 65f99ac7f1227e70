import { readHostList } from '../host-list.ts'
import { hostsInJson } from '../hosts-in-json.ts'
import { hostsQuery, jobHostsQuery } from '../hosts-query.ts'
import { readAddress } from './link-shapes.ts'
import type { Target } from './target.ts'

/*
 * Ids by the names that calls and answers of the job platform and node-man give them (the three specifications): a pasted
 * body, a line of a program's log, a command. A link's own query is read as a link.
 */

/** Names, and what the query of a link calls the same. */
const names: ReadonlyMap<string, string> = new Map([
  ['bk_scope_type', 'bk_scope_type'],
  ['bk_scope_id', 'bk_scope_id'],
  ['bk_biz_id', 'bk_biz_id'],
  ['job_instance_id', 'job_instance_id'],
  ['task_instance_id', 'job_instance_id'],
  ['step_instance_id', 'step_instance_id'],
  ['execute_count', 'execute_count'],
  ['job_id', 'job_id'],
  ['instance_id', 'instance_id'],
])

/** `"job_id": 12`, `job_id=12`, `\"job_id\":\"12\"`: quotes of JSON, of Python, and those of a quoted text. */
const named = new RegExp(
  `\\b(${[...names.keys()].join('|')})["'\\\\]{0,4}\\s{0,9}[:=]\\s{0,9}["'\\\\]{0,4}([\\w|.:%-]+)`,
  'g',
)

/** Those whose values are no numbers. */
const texts: ReadonlySet<string> = new Set(['bk_scope_type', 'instance_id'])

/** What a text with ids by their names can mean; none when it names no execution, or several. Throws BadIdError. */
export function readNamedIds(text: string): readonly Target[] {
  if (/^(?:https?:\/\/|[/?#]|[\w.]+=)\S*$/i.test(text)) return []
  const query = namedIn(text)
  if (!query.has('job_instance_id') && !query.has('job_id')) return []
  const target = readAddress({ path: '/', query, hash: '' })
  if (target === null) return []
  return target.kind === 'step-instance' || target.kind === 'job-instance'
    ? withHosts(target, text)
    : [target]
}

/** Each name with its value; one that has several is left out, since nobody said which. */
function namedIn(text: string): URLSearchParams {
  const values = new Map<string, Set<string>>()
  for (const [, name = '', value = ''] of text.matchAll(named)) {
    const known = names.get(name) ?? name
    const id = value.replace(/[.:]+$/, '')
    // "job_id: the id of the job" is a sentence.
    if (texts.has(known) || /^\d+$/.test(id)) values.set(known, (values.get(known) ?? new Set()).add(id))
  }
  // The job platform's answers may hold a `job_id` of their own.
  if (values.has('job_instance_id')) values.delete('job_id')
  const query = new URLSearchParams()
  for (const [name, [value = '', ...others]] of [...values].map(([name, all]) => [name, [...all]] as const))
    if (others.length === 0) query.set(name, value)
  return query
}

/** The hosts of a call go along; those that fit no link are a choice of their own. */
function withHosts(
  target: Extract<Target, { readonly kind: 'step-instance' | 'job-instance' }>,
  text: string,
): readonly Target[] {
  const hosts = readHostList(hostsInJson(bodyOf(text)) ?? '')
  const query = target.kind === 'step-instance' ? hostsQuery(hosts.keys) : jobHostsQuery(hosts.keys)
  if (query === null) return [target, { kind: 'hosts', hosts, network: null, query: '' }]
  return [{ ...target, query: joined(target.query, query) }]
}

/** Two queries, either of which may be empty, as one. */
function joined(first: string, second: string): string {
  return first === '' || second === '' ? first + second : `${first}&${second.slice(1)}`
}

/** The body in a command or a line of a log. */
function bodyOf(text: string): string {
  const body = text.slice(
    Math.max(0, text.search(/[[{]/)),
    Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1,
  )
  return body.includes('"') ? body : body.replaceAll("'", '"')
}
