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
 */
export function readPermissions(payloads: readonly unknown[]): {
  permissions: readonly MissingPermission[]
  applyUrl: string | null
} {
  const holders = payloads.flatMap((payload) => [asRecord(payload), asRecord(asRecord(payload).permission)])
  const actions = holders.flatMap((holder) => asArray(holder.actions))
  return {
    permissions: actions.slice(0, 100).map(readAction),
    applyUrl: holders.map((holder) => httpUrl(holder.apply_url)).find((url) => url !== null) ?? null,
  }
}

function readAction(value: unknown): MissingPermission {
  const action = asRecord(value)
  const id = asText(action.id) || asText(action.action_id)
  const types = asArray(action.related_resource_types).map(asRecord)
  return {
    action: id,
    actionName: asText(action.name) || id,
    resources: types.flatMap(readResources).slice(0, 100),
  }
}

/** `instances` is a list of paths, each from the outermost resource to the one meant: the last is shown. */
function readResources(type: Fields): MissingPermission['resources'] {
  const paths = asArray(type.instances).map((path) => asRecord(asArray(path).at(-1) ?? path))
  return paths.map((resource) => ({
    type: asText(resource.type_name) || asText(type.type_name) || asText(resource.type) || asText(type.type),
    id: asText(resource.id),
    name: asText(resource.name),
  }))
}

function httpUrl(value: unknown): string | null {
  return typeof value === 'string' && /^https?:\/\//i.test(value) && URL.canParse(value) ? value : null
}
