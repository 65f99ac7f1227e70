import { count } from './plural.ts'

/** Words of the start page; fetched with it. */
export const find = {
  title: 'Find an execution',
  pasteLabel: 'Paste a link or an id',
  pasteHint:
    'A Joblens, job platform or node-man link, a job instance id, a node-man job id, or hosts in any shape',
  open: 'Open',
  understood: 'This is:',
  chooseOne: 'This can mean several things. Which one is it?',
  enterOpens: 'Enter opens it.',
  enterChooses: 'Enter or the down key goes to the choices.',
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
  facts: {
    host: 'Host',
    hosts: 'Hosts',
    attempt: 'Attempt',
    batch: 'Batch',
    line: 'Line',
    search: 'Searched for',
    filter: 'Filter',
  },
  allBatches: 'all',
  hosts: (n: number): string => count(n, { one: '# host', other: '# hosts' }),
  hostsOfNetwork: (n: number, network: string): string =>
    count(n, { one: `# host of the network ${network}`, other: `# hosts of the network ${network}` }),
  ranOn: (ip: string, scope: string): string => `job instances that ran on ${ip} in ${scope}`,
  nodeManOn: (ip: string): string => `node-man jobs with ${ip}`,
  hostsOfStep: 'their logs in a step',
  hostsOfStepWhy: 'Which step? The ids are in its address on the job platform.',
  looking: 'Looking it up…',
  notInHistory:
    'Not in the history of this scope: it may have expired (instances are kept for about 30 days).',
  byIds: 'Open by ids',
  byIdsWhy:
    'For deployments that can list little: the ids are in the addresses of the job platform and of node-man.',
  buildLink: 'Build a link for a notification',
  jobIds: 'A job instance or one of its steps',
  nodeManIds: 'A node-man job or one of its hosts',
  jobInstanceId: 'Job instance id',
  stepInstanceId: 'Step instance id (optional)',
  hostsLabel: 'Hosts (optional)',
  hostsExample: '10.0.0.[1-9]  0:10.0.1.7  2001:db8::1  50001',
  hostsTooLong: 'These are too many for a link: open the step and paste them there.',
  instanceId: 'Instance id (optional)',
  instanceExample: 'host|instance|host|1',
  badInstanceId: 'An instance id looks like host|instance|host|1.',
  nodeManJobWanted: 'Node-man job id',
  nodeManJobWhy: 'The same host can be in many node-man jobs. Which one do you mean?',
  scopeWanted: 'It names no scope. Where does it belong?',
  scopeLikely: (scope: string): string =>
    `It names no scope for certain. Most likely it belongs to ${scope}.`,
  searchScopes: (n: number): string =>
    count(n, { one: 'Look in the # scope I may see', other: 'Look in the # scopes I may see' }),
  searchKnown: (n: number): string =>
    count(n, { one: 'Look in the # scope known here', other: 'Look in the # scopes known here' }),
  searching: (asked: string, all: string): string => `Looking: ${asked} of ${all} scopes asked…`,
  notInScopes: (n: number): string =>
    count(n, {
      one: 'Not found in the # scope that answered. It may have expired (instances are kept for about 30 days), or belong to another scope.',
      other:
        'Not found in the # scopes that answered. It may have expired (instances are kept for about 30 days), or belong to another scope.',
    }),
  denied: (scopes: string): string => `It may be in what you may not look into: ${scopes}.`,
  failed: (scopes: string): string => `It may be in what did not answer: ${scopes}.`,
  askAgain: 'Ask those again',
  stopped: (asked: string, all: string): string => `Stopped: ${asked} of ${all} scopes were asked.`,
  askRest: (n: number): string => count(n, { one: 'Ask the # left', other: 'Ask the # left' }),
  usedScopes: 'Scopes it may belong to',
  inScope: (scope: string): string => `open it in ${scope}`,
  onlyKnown:
    'This deployment cannot list the scopes you may see; only those used in this browser can be asked.',
  cannotLook: 'This deployment cannot look for a job instance. Say where it is:',
  unclear: {
    'too-long': 'This is too long to be a link or an id. Paste only the link.',
    'bad-id': (part: string): string => `“${part}” cannot be an id: an id is a number of at most 19 digits.`,
    'unknown-link':
      'This link is not of a kind Joblens knows. Paste a link to a job, a step or a node-man job.',
    'large-network': (part: string): string =>
      `${part} is a network, and of too many addresses to list. Paste the hosts themselves, or a network of at most 1,022 (an IPv4 prefix of /22 or longer).`,
    'not-understood': 'This is neither a link nor an id, and names no host.',
  },
  scopes: 'Jobs of a scope',
  scopeFilter: 'Filter scopes by name or id',
  scopeList: 'Scopes',
  noScopeMatches: 'No scope matches this filter',
  moreScopes: (n: number): string =>
    count(n, { one: 'and # more: filter to see it', other: 'and # more: filter to see them' }),
  noScopes: 'There is no scope you may see',
  jobsRefused:
    'This deployment refused to list the jobs of a scope: open an execution above, by its id or its link.',
  jobsDoubtful:
    'This deployment may offer log calls alone: then jobs cannot be listed, but opened above, by id or link.',
  scopesNotListed: 'This deployment cannot list your scopes, so type one.',
  scopeType: 'Scope type',
  scopeId: 'Scope id',
  badScopeId: 'A scope id is a number.',
  badJobId: 'A job id is a number of at most 19 digits.',
  nodeManAll: 'All node-man jobs',
  nodeManNotListed:
    'Node-man jobs cannot be listed in this deployment: open one above, by its id or its link.',
  starred: 'Starred',
  noStars:
    'Nothing yet. The star beside an execution, here or at the top of its page, keeps it in this browser.',
  star: (what: string): string => `Star ${what}`,
  unstar: (what: string): string => `Remove the star of ${what}`,
  notKept: 'This browser keeps nothing here: its storage is blocked or full.',
  recents: 'Recently opened',
  noRecents: 'Nothing yet. What you open appears here, in this browser only.',
  forget: 'Forget these',
}

/** The shape every language fills. */
export type FindMessages = typeof find
