import type { MissingPermission } from '#contract'

/** Members of a denial at any level; none is sure to be there or of any type. */
interface Fields {
  readonly permission?: unknown
  readonly apply_url?: unknown
  readonly actions?: unknown
  readonly action_id?: unknown
  readonly id?: unknown
  readonly name?: unknown
  readonly type?: unknown
  readonly type_name?: unknown
  readonly related_resource_types?: unknown
  readonly instances?: unknown
}

const asRecord = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {}
const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])
const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

/**
 * Missing permissions of a denial in any of three shapes: top-level `permission` (ESB, v3), `error.data` (v4),
 * `data.permission` with `data.apply_url` (node-man). See bk-nodeman F4. Links other than http(s) are dropped.
 * Every text goes through `redact`: a portal's link may hold the ticket it was made for.
 */
export function readPermissions(
  payloads: readonly unknown[],
  redact: (words: string) => string,
): {
  permissions: readonly MissingPermission[]
  applyUrl: string | null
} {
  const textOf = (value: unknown) => redact(asText(value))
  const holders = payloads.flatMap((payload) => [asRecord(payload), asRecord(asRecord(payload).permission)])
  const actions = holders.flatMap((holder) => asArray(holder.actions))
  return {
    permissions: actions.slice(0, 100).map((action) => readAction(action, textOf)),
    applyUrl: holders.map((holder) => httpUrl(textOf(holder.apply_url))).find((url) => url !== null) ?? null,
  }
}

type TextOf = (value: unknown) => string

function readAction(value: unknown, textOf: TextOf): MissingPermission {
  const action = asRecord(value)
  const id = textOf(action.id) || textOf(action.action_id)
  const types = asArray(action.related_resource_types).map(asRecord)
  return {
    action: id,
    actionName: textOf(action.name) || id,
    resources: types.flatMap((type) => readResources(type, textOf)).slice(0, 100),
  }
}

/** `instances` is a list of paths, each from the outermost resource to the one meant: the last is shown. */
function readResources(type: Fields, textOf: TextOf): MissingPermission['resources'] {
  const paths = asArray(type.instances).map((path) => asRecord(asArray(path).at(-1) ?? path))
  return paths.map((resource) => ({
    type: textOf(resource.type_name) || textOf(type.type_name) || textOf(resource.type) || textOf(type.type),
    id: textOf(resource.id),
    name: textOf(resource.name),
  }))
}

function httpUrl(text: string): string | null {
  return /^https?:\/\//i.test(text) && URL.canParse(text) ? text : null
}
