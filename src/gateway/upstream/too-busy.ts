import { ProblemError } from '../problem-error.ts'

/** What Joblens itself has no room for: calls, logs, large answers, or more logs for one who leaves those he has lying. */
type Short = 'calls' | 'logs' | 'answers' | 'untaken'

const facts: Readonly<Record<Short, { readonly message: string }>> = {
  calls: { message: 'Joblens makes so many calls at the moment that it did not get to this one: try again' },
  logs: { message: 'Joblens is reading so many logs for others that it did not get to these: try again' },
  answers: {
    message: 'Joblens is reading such large answers for others that it did not get to this one: try again',
  },
  untaken: {
    message: 'Your other pages have not taken the logs they asked for: close them, or wait, and try again',
  },
}

/** Until it is worth trying again: most calls take less. */
const AGAIN_SECONDS = 5

/** A call that did not get its turn. */
export function tooBusy(short: Short): ProblemError {
  return new ProblemError({ kind: 'rate-limited', retryAfterSeconds: AGAIN_SECONDS, ...facts[short] })
}
