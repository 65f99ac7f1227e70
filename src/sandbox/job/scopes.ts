import { JobFailure } from './failures.ts'
import type { Json } from './lossless-json.ts'
import type { Parameters } from './parameters.ts'

export interface Scope {
  readonly type: 'biz' | 'biz_set' | 'tenant_set'
  readonly id: string
  readonly name: string
  readonly favor: boolean
}

/** Everything there is, in the order of `get_user_authorized_scopes`: favourites first. Business 3 is nobody's. */
export const scopes: readonly Scope[] = [
  { type: 'biz', id: '2', name: 'demo game', favor: true },
  { type: 'biz', id: '1', name: 'blueking', favor: false },
  { type: 'biz', id: '4', name: '空业务 empty', favor: false },
  { type: 'biz_set', id: '9000001', name: '全业务 all businesses', favor: false },
  { type: 'tenant_set', id: '1', name: '全租户 all tenants', favor: false },
  { type: 'biz', id: '3', name: '支付核心 payments', favor: false },
]

const displayNames: Readonly<Record<string, string>> = { zhangsan: '张三' }

/** How instances name their scope: `biz:2`. */
export function scopeKey(scope: Scope): string {
  return `${scope.type}:${scope.id}`
}

/** `zhangsan` is the user of the specification's 403 example; nobody may see business 3. */
export function mayAccess(user: string, scope: Scope): boolean {
  if (scope.type !== 'biz') return true
  return scope.id !== '3' && !(user === 'zhangsan' && scope.id === '1')
}

/**
 * The scope a call is about, with access checked: the platform's interceptor does this before it looks at any
 * other parameter. Throws 1241004, 1241005, 1243049 or 9900403.
 */
export function readScope(parameters: Parameters, user: string, acceptsBizId: boolean): Scope {
  const { type, id } = namedScope(parameters, acceptsBizId)
  const scope = scopes.find((known) => known.type === type && known.id === id)
  if (scope === undefined) throw new JobFailure(1243049)
  if (!mayAccess(user, scope)) throw denial(user, scope, 'access_business')
  return scope
}

function namedScope(parameters: Parameters, acceptsBizId: boolean): { type: string; id: string } {
  const type = parameters.text('bk_scope_type')
  const id = parameters.text('bk_scope_id')
  if (type === null && id === null && acceptsBizId) return scopeOfBizId(parameters)
  if (type === null || id === null) throw new JobFailure(1241004, 'bk_scope_type/bk_scope_id')
  if (!scopes.some((known) => known.type === type)) throw new JobFailure(1241005, 'bk_scope_type')
  if (!/^\d{1,19}$/.test(id)) throw new JobFailure(1241005, 'bk_scope_id')
  return { type, id }
}

// Ids of the old parameter between 8000000 and 9999999 mean business sets (bk-job A.2).
function scopeOfBizId(parameters: Parameters): { type: string; id: string } {
  const id = parameters.long('bk_biz_id')
  if (id === null) throw new JobFailure(1241004, 'bk_biz_id')
  const isSet = BigInt(id) >= 8_000_000n && BigInt(id) <= 9_999_999n
  return { type: isSet ? 'biz_set' : 'biz', id }
}

const actionNames = { access_business: '业务访问', view_history: '历史任务查看' } as const

/** The refusal with the missing action and its resource, in the shape of specification 1's 403 example. */
export function denial(user: string, scope: Scope, action: keyof typeof actionNames): JobFailure {
  return new JobFailure(9900403, displayNames[user] ?? user, permissionOn(scope, action))
}

function permissionOn(scope: Scope, action: keyof typeof actionNames): Json {
  return {
    system_id: 'bk_job',
    system_name: '作业平台',
    actions: [
      {
        id: action,
        name: actionNames[action],
        related_resource_types: [
          {
            type: scope.type,
            system_id: 'bk_cmdb',
            system_name: '配置平台',
            type_name: '业务',
            instances: [[{ id: scope.id, type: 'business', name: scope.name, type_name: '业务' }]],
          },
        ],
      },
    ],
  }
}
