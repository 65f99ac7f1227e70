import type { NamedScope, Scope } from '#contract'
import type { Messages } from '#i18n'

/** "Business 2", or "Demo (Business 2)" when the scope has a name. */
export function scopeWords(scope: Scope | NamedScope, { common }: Messages): string {
  const plain = common.scopeName(common.scopeType[scope.type], scope.id)
  return 'name' in scope && scope.name !== '' ? `${scope.name} (${plain})` : plain
}
