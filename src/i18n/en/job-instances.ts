/** What other pages say of the history; its own words are in history.ts. */
export const jobInstances = {
  title: 'Job instances',
  titleOf: (scope: string): string => `Job instances of ${scope}`,
}
