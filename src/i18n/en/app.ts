export const app = {
  productName: 'Joblens',
  skipToContent: 'Skip to content',
  mainNavigation: 'Main',
  jobs: 'Jobs',
  nodeMan: 'Node-man',
  /** On the button; `shown` is what it shows. */
  preferences: (shown: string): string => `Preferences (${shown})`,
  languageShort: 'EN',
  watching: (running: number): string => (running === 0 ? 'Watch list' : `Watch list (${running} running)`),
  star: 'Star this page',
  unstar: 'Remove the star of this page',
  sandbox: 'Sandbox',
  sandboxMeaning: 'No BlueKing is configured: everything shown here is made-up demonstration data.',
  actingAs: (user: string): string => `Acting as ${user}`,
  crash: {
    title: 'This page ran into an error',
    meaning:
      'Something in Joblens itself went wrong while showing this page. Your executions are not affected. Try again. If it happens again, report the text below.',
  },
  notFound: {
    title: 'There is no page at this address',
    meaning: 'The address may be mistyped, or come from a system Joblens does not know.',
    nextStep: 'Paste the id or link on the start page and Joblens will work out what it is.',
    home: 'Go to the start page',
  },
  updated: {
    title: 'Part of this page could not be loaded',
    meaning: 'The connection failed, or Joblens was updated while this page was open. Reload the page.',
    reload: 'Reload',
  },
}
