import type { CallContext } from './upstream.ts'

/** Whose answer it would be: people see different things upstream, and words come in a language. */
export function identityKey({ identity }: CallContext): string {
  return identity.by === 'name' ? `name ${identity.userName}` : `${identity.cookie} ${identity.value}`
}

/**
 * Whose turn it takes. Where everybody acts as one name (JOBLENS_ACT_AS, the sandbox), nobody can tell people apart, so
 * each request stands for itself: else the limit of one would be the limit of all.
 */
export function readerKey(context: CallContext): string {
  return context.identity.by === 'name' ? `request ${context.requestId}` : identityKey(context)
}
