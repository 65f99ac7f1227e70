import { count } from './plural.ts'

export const share = {
  /** What is shared. */
  step: 'This step',
  host: (address: string): string => `Host ${address}`,
  jobInstance: 'This job instance',
  nodeManJob: 'This node-man job',
  failure: 'What failed',
  choices: {
    link: 'Copy link',
    markdown: 'Copy as Markdown',
    card: 'Copy as WeCom card',
    message: 'Copy as WeCom message',
  },
  note: 'Card and message are JSON for the webhook of a WeCom group. Secrets in quoted lines are masked.',
  looking: 'Reading the first error…',
  firstError: (host: string): string => `First error on ${host}`,
  lastLine: (host: string): string => `Last line on ${host}`,
  noLog: (host: string): string => `${host} left no log`,
  open: 'Open Joblens',
  moreLines: (n: number): string => count(n, { one: '… # more line', other: '… # more lines' }),
  failedOf: (failed: string, all: string): string => `${failed} of ${all} failed`,
  /** A WeCom card has room for five characters. */
  facts: {
    job: 'Job',
    step: 'Step',
    steps: 'Steps',
    hosts: 'Hosts',
    attempt: 'Try',
    began: 'Began',
    took: 'Took',
    exit: 'Exit',
  },
}

export type ShareMessages = typeof share
