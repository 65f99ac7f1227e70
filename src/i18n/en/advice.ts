/**
 * What to do next about a status: where the references name a cause or a way on (bk-job A.12, A.14, B.4 to B.12, C.3;
 * bk-nodeman A6 to A8). A chunk of its own: nobody needs it before the first line of a log.
 */
const agent =
  'See in node-man whether the agent runs on this host; restart or reinstall it, then retry the failed hosts.'

const runStatus = {
  4: 'The failed hosts stand on top on the page of the failed step.',
  5: 'The hosts of the step keep the results they had when it was skipped.',
  6: 'Look at the failed hosts of the step: the failure is real, only the job went on.',
  7: 'Somebody has to confirm or refuse on the job platform; nothing moves until then.',
  8: 'The operation records on the job platform name who ended it; there it can be retried.',
  9: 'Hosts may be called running for ever now: look at the hosts themselves before you start it again.',
  10: 'Some hosts may not answer. If it does not end, the step can be skipped by force on the job platform.',
  11: 'What ran before stays done on the hosts. It can be retried on the job platform.',
  12: 'The task may still run on some hosts: look at the hosts themselves.',
  13: 'The job platform can ask for the confirmation again.',
  14: 'Nothing was done. Start it again on the job platform.',
  15: 'Continue with the next batch on the job platform.',
}

const hostStatus = {
  0: 'Read the log of this host; where it says nothing, retry this host.',
  1: agent,
  2: 'Check in the configuration platform that the host still exists and belongs to this business.',
  3: 'Its log is that of the attempt in which it succeeded.',
  11: 'Read the last lines of the log.',
  12: 'Check agent and network of this host, then retry the failed hosts.',
  13: 'See where the log stops; then raise the time limit of the step, or let it do less at once.',
  15: 'The task itself may have ended well: look at the host before you retry it.',
  16: 'The script may have gone on: look at the host before you retry it.',
  17: 'The file may have arrived: look at the host before you retry it.',
  18: 'Install the agent with node-man, then retry the failed hosts.',
  101: 'Check interpreter, account and rights of the script on this host.',
  102: 'See where the log stops; then raise the time limit of the script.',
  103: 'The operation records on the job platform name who stopped it.',
  104: 'The last lines of the log usually say why; the exit code stands beside the host.',
  117: agent,
  202: 'Read the last message of the transfer; check space and rights at the destination.',
  203: 'Check the path on the source host, and whether its upload failed.',
  301: 'Read the log of the transfer.',
  303: 'Compare size and speed of the file with the time limit of the step.',
  310: agent,
  311: 'Create the account on this host, or choose another one in the step.',
  312: 'Correct the password of the account on the job platform.',
  320: 'Check that the source has the file, and that its host or file source can be reached.',
  321: 'Send the file in parts, or ask the administrators of the job platform for the limit.',
  329: 'Read the log of the transfer, then retry this host.',
  399: 'Read the last lines of the log.',
  403: 'What ran before stays done on this host; retry it if the rest is needed.',
  404: 'The task may still run on this host: look at the host itself.',
  500: 'Refresh; where it stays, ask the administrators of the job platform.',
}

const transferStatus = {
  0: 'Where this takes long, check the third-party file source.',
  5: 'The last message of the transfer says why.',
}

const nodeMan = {
  FAILED: 'Open the failed host: its first error is quoted there.',
  PART_FAILED: 'Filter the hosts by “failed”; node-man can retry just those.',
  TERMINATED: 'Node-man can retry it as a whole.',
  REMOVED: 'There is nothing to do on this host.',
  FILTERED: 'The reason stands beside the host.',
  IGNORED: 'The reason stands beside the host.',
  UNKNOWN: 'Old data of node-man: its own page may tell more.',
}

const nodeManStep = {
  'running-with-errors':
    'Node-man runs hosts in batches and writes the status when the whole batch is done: wait, or handle the error already.',
  'waiting-for-person': 'Take the command from node-man’s own page and run it on the host.',
  failed: 'Handle the first error, then retry in node-man: a retry begins again with the first step.',
  stopped: 'Retry in node-man: it begins again with the first step.',
  'given-up': 'Check that the host can be reached and its agent runs, then retry in node-man.',
  'not-reached': 'Look at the step that failed.',
  'cleaned-up': 'The log cannot be had any more.',
  'waiting-or-cleaned-up': 'Node-man’s own page tells whether the job is over.',
  unknown: 'Node-man’s own page may tell more.',
}

export const advice = { runStatus, hostStatus, transferStatus, nodeMan, nodeManStep }

/** Next steps by table and code; not every code has one. */
export type Advice = typeof advice
