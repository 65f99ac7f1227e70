import { count } from './plural.ts'

/** Words for an execution that is not where its link says; fetched when one is not. */
export const elsewhere = {
  looking: (asked: string, all: string): string =>
    `Is it in another scope? ${asked} of ${all} scopes have been asked…`,
  ask: (n: number): string =>
    count(n, {
      one: 'Look in the # other scope I may see',
      other: 'Look in the # other scopes I may see',
    }),
  found: (id: string, there: string, here: string): string =>
    `Job instance ${id} is in ${there}, not in ${here}: the link names the wrong scope.`,
  open: (there: string): string => `Open it in ${there}`,
  noSuchStep: (id: string, step: string): string =>
    `Job instance ${id} is here, but none of its steps is ${step}.`,
  openJobInstance: 'See its steps',
  nowhere: (n: number): string =>
    count(n, {
      one: 'It is not in the # other scope you may see either. So it has expired (instances are kept for about 30 days), has never existed, or is in a scope you may not see.',
      other:
        'It is not in the # other scopes you may see either. So it has expired (instances are kept for about 30 days), has never existed, or is in a scope you may not see.',
    }),
  denied: (scopes: string): string => `May not be looked into: ${scopes}.`,
  failed: (scopes: string): string => `Did not answer: ${scopes}.`,
  askAgain: 'Ask again',
}

/** The shape every language fills. */
export type ElsewhereMessages = typeof elsewhere
