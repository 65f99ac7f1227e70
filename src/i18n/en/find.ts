import { count } from './plural.ts'

export const find = {
  title: 'Find an execution',
  pasteLabel: 'Paste a link or an id',
  pasteHint: 'A Joblens, job platform or node-man link, a job instance id, or a node-man job id',
  open: 'Open',
  understood: 'This is:',
  chooseOne: 'This can mean two things. Which one is it?',
  jobInstances: (scope: string): string => `the jobs of ${scope}`,
  jobInstance: (id: string): string => `job instance ${id}`,
  jobInstanceIn: (id: string, scope: string): string => `job instance ${id} of ${scope}`,
  stepInstance: (step: string, id: string): string => `step ${step} of job instance ${id}`,
  stepInstanceIn: (step: string, id: string, scope: string): string =>
    `step ${step} of job instance ${id} of ${scope}`,
  nodeManJobs: 'the list of node-man jobs',
  nodeManJob: (id: string): string => `node-man job ${id}`,
  nodeManInstance: (instance: string, id: string): string => `${instance} of node-man job ${id}`,
  nodeManInstanceAlone: (instance: string): string => `${instance}, a host in some node-man job`,
  nodeManJobWanted: 'Node-man job id',
  nodeManJobWhy: 'The same host can be in many node-man jobs. Which one do you mean?',
  scopeWanted: 'It names no scope. Where does it belong?',
  searchScopes: (n: number): string =>
    count(n, { one: 'Look in the # scope I may see', other: 'Look in the # scopes I may see' }),
  searchKnown: (n: number): string =>
    count(n, { one: 'Look in the # scope I used before', other: 'Look in the # scopes I used before' }),
  searching: (asked: string, all: string): string => `Looking: ${asked} of ${all} scopes asked…`,
  notInScopes: (n: number): string =>
    count(n, {
      one: 'Not found in the # scope asked. It may have expired (instances are kept for about 30 days), or belong to another scope.',
      other:
        'Not found in the # scopes asked. It may have expired (instances are kept for about 30 days), or belong to another scope.',
    }),
  unclear: {
    'too-long': 'This is too long to be a link or an id. Paste only the link.',
    'bad-id': (part: string): string => `“${part}” cannot be an id: an id is a number of at most 19 digits.`,
    'unknown-link':
      'This link is not of a kind Joblens knows. Paste a link to a job, a step or a node-man job.',
    'not-understood': 'This is neither a link nor an id.',
  },
  scopes: 'Jobs of a scope',
  scopeFilter: 'Filter scopes by name or id',
  scopeList: 'Scopes',
  noScopeMatches: 'No scope matches this filter',
  moreScopes: (n: number): string =>
    count(n, { one: 'and # more: filter to see it', other: 'and # more: filter to see them' }),
  noScopes: 'There is no scope you may see',
  scopesNotListed: 'This deployment cannot list your scopes, so type one.',
  scopeType: 'Scope type',
  scopeId: 'Scope id',
  badScopeId: 'A scope id is a number.',
  badJobId: 'A job id is a number of at most 19 digits.',
  nodeManAll: 'All node-man jobs',
  recents: 'Recently opened',
  noRecents: 'Nothing yet. What you open appears here, in this browser only.',
  forget: 'Forget these',
}
