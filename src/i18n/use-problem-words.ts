import type { Messages } from './en/index.ts'
import { useMessages } from './language-context.tsx'

/** The part of a contract problem that needs words; structural, because this folder knows no other. */
export interface WordlessProblem {
  readonly kind: string
  readonly message: string
  readonly code: string | null
  readonly requestId: string
  readonly system: string
  readonly retryAfterSeconds: number | null
  readonly permissions: readonly {
    readonly action: string
    readonly actionName: string
    readonly resources: readonly { readonly type: string; readonly id: string; readonly name: string }[]
  }[]
  readonly applyUrl: string | null
  readonly loginUrl: string | null
}

/**
 * A problem in the reader's language, shaped as the props of the problem panel:
 * `<ProblemPanel {...useProblemWords(toProblem(error))} onRetry={refetch} />`.
 */
export function useProblemWords(problem: WordlessProblem) {
  return problemWords(problem, useMessages())
}

export function problemWords(problem: WordlessProblem, { problem: texts }: Messages) {
  const { title, meaning, nextStep } = isKind(problem.kind, texts.kinds)
    ? texts.kinds[problem.kind]
    : texts.kinds.internal
  return {
    title,
    meaning,
    nextStep:
      problem.retryAfterSeconds === null ? nextStep : texts.retryAfter(Math.ceil(problem.retryAfterSeconds)),
    upstreamMessage: problem.message === '' ? null : problem.message,
    code: problem.code,
    requestId: problem.requestId,
    permissions: problem.permissions.map(permissionWords),
    links: [
      ...(problem.loginUrl === null ? [] : [{ label: texts.signIn, href: problem.loginUrl }]),
      ...(problem.applyUrl === null ? [] : [{ label: texts.apply, href: problem.applyUrl }]),
    ],
    labels: {
      ...texts,
      // Our own messages are not BlueKing's words.
      upstreamMessage: problem.system === 'joblens' ? texts.details : texts.upstreamMessage,
    },
  }
}

function isKind(kind: string, kinds: Messages['problem']['kinds']): kind is keyof typeof kinds {
  return Object.hasOwn(kinds, kind)
}

function permissionWords({ action, actionName, resources }: WordlessProblem['permissions'][number]) {
  return {
    action: actionName === '' || actionName === action ? action : `${actionName} (${action})`,
    resources: resources.map(({ type, id, name }) => (name === '' ? `${type} ${id}` : `${name} (${id})`)),
  }
}
