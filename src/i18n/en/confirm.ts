/** A step that waits for a person. */
export const confirm = {
  title: 'A confirmation step has no log',
  waiting: 'Nobody has confirmed it yet. The job platform does not say here who is asked; its own page does.',
  done: 'Somebody has decided. The job platform does not say here who; its own page does.',
  message: 'What is asked',
  state: 'Decision',
  asked: 'Asked since',
  decided: 'Decided',
}

export type ConfirmMessages = typeof confirm
