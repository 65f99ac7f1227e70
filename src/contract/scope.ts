import * as z from 'zod/mini'
import { scopeIdSchema } from './ids.ts'

/** The three kinds of resource scope the job platform knows (bk-job A.2); also the first part of our URLs. */
export const scopeTypes = ['biz', 'biz_set', 'tenant_set'] as const

export const scopeTypeSchema = z.enum(scopeTypes)
export type ScopeType = z.infer<typeof scopeTypeSchema>

/** A resource scope: the business, business set or tenant set that owns job instances. */
export const scopeSchema = z.readonly(z.object({ type: scopeTypeSchema, id: scopeIdSchema }))
export type Scope = z.infer<typeof scopeSchema>

/** A scope the user may see, with its display name. */
export const namedScopeSchema = z.readonly(
  z.object({ type: scopeTypeSchema, id: scopeIdSchema, name: z.string() }),
)
export type NamedScope = z.infer<typeof namedScopeSchema>

/** Answer of the `scopes` endpoint: `null` when this deployment cannot list them (only v4 can). */
export const scopeListSchema = z.object({ scopes: z.nullable(z.readonly(z.array(namedScopeSchema))) })
export type ScopeList = z.infer<typeof scopeListSchema>

export function sameScope(a: Scope, b: Scope): boolean {
  return a.type === b.type && a.id === b.id
}
