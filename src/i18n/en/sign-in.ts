/** Words about signing in; fetched when somebody has to. */
export const signIn = {
  expired: 'Your sign-in has expired.',
  stays:
    'What is on screen stays as it is. Sign in in another tab, and this page goes on by itself, without being loaded again.',
  stillUnknown: 'You are not signed in: BlueKing does not know who you are.',
  cameBack:
    'You have been at the sign-in page already. Sign in again; if this page still does not know you, ask the administrators of Joblens whether it may read the sign-in of this site.',
  framed: 'Sign in in another tab, and this page goes on by itself.',
  notInFrame:
    'No sign-in reaches this frame: the browser may keep cookies from it. In a tab of its own Joblens gets them.',
  openOutside: 'Open this page in a new tab',
  noPage: 'Sign in to BlueKing in another tab, and this page goes on by itself.',
  inNewTab: 'Sign in (new tab)',
  tryNow: 'I have signed in',
  leaving: 'Going to the sign-in page…',
  done: {
    title: 'You can go back now',
    meaning: 'The page you came from goes on by itself. This tab can be closed.',
    home: 'Go to the start page',
  },
}

/** The shape every language fills. */
export type SignInMessages = typeof signIn
