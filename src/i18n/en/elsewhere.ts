import { count } from './plural.ts'

/** Words for links that do not lead where they say; fetched when one does not. */
export const elsewhere = {
  looking: (asked: string, all: string): string =>
    `Is it in another scope? ${asked} of ${all} scopes have been asked…`,
  stopped: (asked: string, all: string): string =>
    `The search was cancelled: ${asked} of ${all} scopes were asked.`,
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
  newerLink: (version: string): string =>
    `This link was made by a newer Joblens (version ${version} of links). What this one does not understand of it is left out: if something is missing, ask whoever sent it.`,
}

/** The shape every language fills. */
export type ElsewhereMessages = typeof elsewhere
