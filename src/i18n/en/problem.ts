import { count } from './plural.ts'

/** What went wrong, what that means, and what to do, for every kind of problem the contract knows. */
export const problem = {
  kinds: {
    'bad-request': {
      title: 'The request was not accepted',
      meaning: 'Something in this address or filter is not valid for the system asked.',
      nextStep: 'Check the ids and filters, then try again.',
    },
    'not-signed-in': {
      title: 'You are not signed in',
      meaning: 'BlueKing does not know who you are, or your sign-in has expired.',
      nextStep: 'Sign in to BlueKing, then try again.',
    },
    'app-denied': {
      title: 'Joblens is not allowed to call this interface',
      meaning: 'The Joblens application itself lacks access. It is not about your own permissions.',
      nextStep: 'Ask the administrator of Joblens to apply for access to this interface.',
    },
    denied: {
      title: 'You do not have permission',
      meaning: 'Your account lacks the permission this needs.',
      nextStep: 'Apply for the permission named here, or ask someone who has it.',
    },
    gone: {
      title: 'This job instance was not found',
      meaning:
        'It may never have existed, may have expired (instances are kept for about 30 days), or may belong to another scope.',
      nextStep: 'Check the id and the scope.',
    },
    'not-found': {
      title: 'Not found',
      meaning: 'The system asked does not know this id.',
      nextStep: 'Check the id, or go back and pick it from a list.',
    },
    'not-ready': {
      title: 'Not ready yet',
      meaning: 'The execution has just been created and has nothing to show yet.',
      nextStep: 'Wait a few seconds and try again.',
    },
    'rate-limited': {
      title: 'Too many requests',
      meaning: 'BlueKing limits how often it may be asked, and the limit is used up for the moment.',
      nextStep: 'Wait a moment and try again.',
    },
    'too-large': {
      title: 'Too much was asked for at once',
      meaning: 'The request or its answer is larger than allowed.',
      nextStep: 'Narrow it down: fewer hosts, or a shorter time range.',
    },
    'upstream-down': {
      title: 'BlueKing is not answering properly',
      meaning: 'The system asked failed or could not be reached.',
      nextStep: 'Try again in a while. If it lasts, tell its administrators the request id.',
    },
    timeout: {
      title: 'BlueKing took too long to answer',
      meaning: 'No answer came in time; the system may be busy.',
      nextStep: 'Try again.',
    },
    'bad-answer': {
      title: 'BlueKing gave an answer that cannot be read',
      meaning: 'The answer was cut off or is not in the documented form.',
      nextStep: 'Try again. If it stays, report the request id.',
    },
    'not-offered': {
      title: 'This deployment does not offer that',
      meaning: 'The BlueKing behind Joblens lacks the call this view needs.',
      nextStep: 'Open the execution by its id or link instead.',
    },
    truncated: {
      title: 'The answer broke off half-way',
      meaning: 'What you see is incomplete: the connection ended before everything had arrived.',
      nextStep: 'Try again to load the rest.',
    },
    offline: {
      title: 'Joblens cannot be reached',
      meaning: 'Your browser got no answer from the Joblens server.',
      nextStep: 'Check your connection, then try again.',
    },
    internal: {
      title: 'Joblens made an error',
      meaning: 'Something went wrong inside Joblens.',
      nextStep: 'Try again. If it happens again, report the request id.',
    },
  },
  retryAfter: (seconds: number): string =>
    count(seconds, { one: 'Try again in # second.', other: 'Try again in # seconds.' }),
  requestId: 'Request id:',
  noRequestId: 'none was given',
  code: 'Code',
  upstreamMessage: 'BlueKing says:',
  ownMessage: 'Joblens says:',
  proxyMessage: 'A server in front of BlueKing says:',
  missingPermissions: 'Missing permissions:',
  onResources: (resources: readonly string[]): string => `on ${resources.join(', ')}`,
  apply: 'Apply for permission',
  signIn: 'Sign in',
  retry: 'Try again',
  copy: 'Copy request id',
  copied: 'Copied',
  details: 'Details',
}
