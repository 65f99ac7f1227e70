/**
 * Words for every code of the job platform (bk-job A.14) and node-man (bk-nodeman A6). Within a table no two codes share
 * words: where the platform itself does (1, 117 and 310), the number tells them apart.
 */
import { codeLookup } from '../code-words.ts'

const runStatus = {
  1: { word: 'Pending', meaning: 'Not started yet.' },
  2: { word: 'Running', meaning: 'Running right now.' },
  3: { word: 'Success', meaning: 'Finished, and everything succeeded.' },
  4: { word: 'Failed', meaning: 'Finished with at least one failure.' },
  5: { word: 'Skipped', meaning: 'Skipped by a person; it did not run to its end.' },
  6: { word: 'Ignore error', meaning: 'Failed, but the failure is ignored and the job goes on.' },
  7: { word: 'Waiting for confirmation', meaning: 'Waits until a person confirms.' },
  8: { word: 'Terminated', meaning: 'Ended by hand.' },
  9: { word: 'Abnormal', meaning: 'The job platform lost track of it; the result is not reliable.' },
  10: { word: 'Terminating', meaning: 'Being stopped by force.' },
  11: { word: 'Force terminated', meaning: 'Stopped by force.' },
  12: { word: 'Force termination failed', meaning: 'Could not be stopped by force.' },
  13: { word: 'Confirmation refused', meaning: 'The person asked to confirm ended it instead.' },
  14: { word: 'Discarded', meaning: 'Dropped by the job platform before it ran.' },
  15: { word: 'Rolling, waiting', meaning: 'One batch is done; the next has not started.' },
}

const hostStatus = {
  0: { word: 'Unknown error', meaning: 'The job platform does not know what went wrong.' },
  1: { word: 'Abnormal agent', meaning: 'The agent on this host does not answer.' },
  2: { word: 'Invalid target', meaning: 'This host or container cannot be executed on.' },
  3: { word: 'Succeeded last time', meaning: 'Succeeded in an earlier attempt, so not run again.' },
  5: { word: 'Waiting', meaning: 'Not started on this host yet.' },
  7: { word: 'Running', meaning: 'Running on this host right now.' },
  9: { word: 'Success', meaning: 'Succeeded on this host.' },
  11: { word: 'Failed', meaning: 'Failed on this host.' },
  12: { word: 'Could not be sent', meaning: 'The task could not be handed to this host.' },
  13: { word: 'Task timed out', meaning: 'The task took longer than allowed.' },
  15: { word: 'Log error', meaning: 'The log of this host could not be read.' },
  16: { word: 'Script log timed out', meaning: 'No script log arrived in time.' },
  17: { word: 'File log timed out', meaning: 'No file log arrived in time.' },
  18: { word: 'Agent not installed', meaning: 'This host has no agent.' },
  101: { word: 'Script failed', meaning: 'The script could not be run.' },
  102: { word: 'Script timed out', meaning: 'The script ran longer than allowed.' },
  103: { word: 'Script terminated', meaning: 'The script was stopped while running.' },
  104: { word: 'Non-zero exit code', meaning: 'The script ended with an exit code other than 0.' },
  117: {
    word: 'Abnormal agent (117)',
    meaning: 'The agent on this host does not answer; node-man knows this code of the job platform.',
  },
  202: { word: 'File transfer failed', meaning: 'The file could not be transferred.' },
  203: { word: 'Source file missing', meaning: 'The source file does not exist.' },
  301: { word: 'File task failed', meaning: 'The file task failed for a reason without its own code.' },
  303: { word: 'File task timed out', meaning: 'The transfer took longer than allowed.' },
  310: {
    word: 'Abnormal agent (310)',
    meaning:
      'The agent on this host does not answer; the job platform has two codes for it, and this is 310.',
  },
  311: { word: 'User does not exist', meaning: 'The account to run as does not exist on this host.' },
  312: { word: 'Wrong user password', meaning: 'The password of the account is not right.' },
  320: { word: 'File could not be fetched', meaning: 'The file could not be pulled from its source.' },
  321: { word: 'File too large', meaning: 'The file is larger than allowed.' },
  329: { word: 'File transfer error', meaning: 'The transfer ended with an error.' },
  399: { word: 'Execution error', meaning: 'The task ended with an error.' },
  403: { word: 'Force terminated', meaning: 'Stopped by force on this host.' },
  404: { word: 'Force termination failed', meaning: 'Could not be stopped by force on this host.' },
  500: { word: 'Unknown', meaning: 'The job platform reports no known state.' },
}

const transferStatus = {
  0: { word: 'Fetching source', meaning: 'The file is pulled from a third-party file source.' },
  1: { word: 'Waiting', meaning: 'The transfer has not started.' },
  2: { word: 'Uploading', meaning: 'The source host is sending the file.' },
  3: { word: 'Downloading', meaning: 'The destination host is receiving the file.' },
  4: { word: 'Finished', meaning: 'The file arrived.' },
  5: { word: 'Failed', meaning: 'The file did not arrive.' },
}

const stepType = {
  1: { word: 'Script', meaning: 'Runs a script on every target.' },
  2: { word: 'File distribution', meaning: 'Copies files to every target.' },
  3: { word: 'Confirmation', meaning: 'Waits for a person.' },
  4: { word: 'SQL', meaning: 'Runs an SQL script.' },
}

const taskType = {
  0: { word: 'Job', meaning: 'Runs a job plan of one or more steps.' },
  1: { word: 'Script', meaning: 'Runs one script.' },
  2: { word: 'File distribution', meaning: 'Copies files once.' },
}

const launchMode = {
  1: { word: 'Web page', meaning: 'Started by a person on the job platform.' },
  2: { word: 'API', meaning: 'Started by another system.' },
  3: { word: 'Schedule', meaning: 'Started by a timer.' },
}

const nodeMan = {
  PENDING: { word: 'Waiting', meaning: 'Not started yet.' },
  RUNNING: { word: 'Running', meaning: 'Running right now.' },
  SUCCESS: { word: 'Success', meaning: 'Finished without failure.' },
  FAILED: { word: 'Failed', meaning: 'Finished with a failure.' },
  PART_FAILED: { word: 'Partly failed', meaning: 'Some hosts failed, some succeeded.' },
  TERMINATED: { word: 'Terminated', meaning: 'Stopped by a person.' },
  REMOVED: { word: 'Removed', meaning: 'Removed from the job.' },
  FILTERED: { word: 'Filtered out', meaning: 'Left out of the job by a rule.' },
  IGNORED: { word: 'Ignored', meaning: 'Left out of the job; nothing was done on this host.' },
  UNKNOWN: { word: 'Unknown', meaning: 'Node-man does not know the state.' },
}

const words = {
  unknown: (code: string) => ({
    word: `Unknown status ${code}`,
    meaning: 'A status this version of Joblens does not know.',
  }),
  absent: { word: 'No status', meaning: 'The answer names no status.' },
}

const typeWords = {
  unknown: (code: string) => ({
    word: `Unknown type ${code}`,
    meaning: 'A type this version of Joblens does not know.',
  }),
  absent: { word: 'No type', meaning: 'The answer names no type.' },
}

export const status = {
  runStatus,
  hostStatus,
  transferStatus,
  stepType,
  taskType,
  launchMode,
  nodeMan,
  runStatusWord: codeLookup(runStatus, words).word,
  runStatusMeaning: codeLookup(runStatus, words).meaning,
  hostStatusWord: codeLookup(hostStatus, words).word,
  hostStatusMeaning: codeLookup(hostStatus, words).meaning,
  transferStatusWord: codeLookup(transferStatus, words).word,
  transferStatusMeaning: codeLookup(transferStatus, words).meaning,
  stepTypeWord: codeLookup(stepType, typeWords).word,
  stepTypeMeaning: codeLookup(stepType, typeWords).meaning,
  taskTypeWord: codeLookup(taskType, typeWords).word,
  launchModeWord: codeLookup(launchMode, typeWords).word,
  nodeManStatusWord: codeLookup(nodeMan, words).word,
  nodeManStatusMeaning: codeLookup(nodeMan, words).meaning,
}
