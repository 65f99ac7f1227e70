import { count } from './plural.ts'

/** A step whose hosts the reader names. */
export const pasted = {
  title: 'Which hosts?',
  meaning:
    'This deployment cannot list the hosts of a step. Type or paste them: ids, addresses, cloud:ip, or 10.0.0.[1-9]; separated by lines, commas or blanks.',
  label: 'Hosts',
  show: 'Show logs',
  example: '10.0.0.1\n0:10.0.0.2\n10.0.1.[1-9]',
  notUnderstood: (words: string, n: number): string =>
    count(n, { one: `Not understood: ${words}`, other: `# words not understood: ${words}` }),
  notes: {
    port: (words: string): string => `A port is no part of a host here, so it is left out: ${words}`,
    zone: (words: string): string => `An interface (% and a name) is left out: ${words}`,
    prefix: (words: string): string => `Taken as one host, without the prefix of its network: ${words}`,
    network: (words: string): string => `A network, taken as all its addresses: ${words}`,
    'large-network': (words: string): string => `Left out, a network of too many addresses: ${words}`,
  },
  cut: (most: string): string => `Only the first ${most} hosts are used.`,
  tooLongForLink:
    'This list is too long for the address, so a link to this page does not carry it: it is kept in this tab until that is closed.',
  understood: (n: number): string => count(n, { one: '# host understood', other: '# hosts understood' }),
  change: 'Change the hosts',
  follow: 'Keep asking for new output',
}

export type PastedMessages = typeof pasted
