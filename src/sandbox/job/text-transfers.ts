import type { ExecuteObject, Transfer } from './model.ts'
import { second, stamp } from './times.ts'

/** One file from one source to one destination; `destination` null is the upload side. */
export interface Leg {
  readonly source: ExecuteObject | null
  readonly sourcePath: string
  readonly destination: ExecuteObject | null
  readonly destinationPath: string | null
  readonly bytes: number
  readonly kilobytesPerSecond: number
  readonly startedAt: number
}

/** Why a transfer failed, in the platform's sentence and GSE status. */
export interface Reason {
  readonly status: number
  readonly sentence: string
  readonly description: string
}

/** Sizes as the platform prints Java doubles: "9.0 Bytes", "1.5 KB", "3.25 MB". */
function sizeText(bytes: number): string {
  const units = ['Bytes', 'KB', 'MB', 'GB']
  const power = Math.min(3, bytes < 1 ? 0 : Math.floor(Math.log2(bytes) / 10))
  const value = Math.round((bytes / 1024 ** power) * 1000) / 1000
  return `${Number.isInteger(value) ? value.toFixed(1) : value} ${units[power]}`
}

function speedText(leg: Leg): string {
  return `${withThousands(leg.kilobytesPerSecond)} KB/s`
}

// `toLocaleString` takes a second per 100,000 transfers.
function withThousands(value: number): string {
  const low = String(value % 1000)
  return value < 1000 ? low : `${withThousands(Math.floor(value / 1000))},${low.padStart(3, '0')}`
}

function pathOf(leg: Leg): string {
  return leg.destinationPath ?? leg.sourcePath
}

// The layout of the code, not of the document: `Status:` and a number (bk-job B.6).
function sentence(
  leg: Leg,
  at: number,
  status: number,
  description: string,
  percent: number,
  detail: string,
): string {
  const label = /[/\\]$/.test(pathOf(leg)) ? 'Directory' : 'FileName'
  const head = `[${stamp(at)}] ${label}: ${pathOf(leg)} FileSize: ${sizeText(leg.bytes)}`
  const tail = `Speed: ${speedText(leg)} Progress: ${percent}% Detail: ${detail}`
  return `${head} Status: ${status} StatusDesc: ${description} ${tail}\n`
}

function endsOf(leg: Leg) {
  const { source, sourcePath, destination, destinationPath } = leg
  const mode: 0 | 1 = destination === null ? 0 : 1
  return { mode, source, sourcePath, destination, destinationPath }
}

/** A leg nobody has begun: the text is empty, the size already says "--" (bk-job B.6). */
export function waitingTransfer(leg: Leg): Transfer {
  return { ...endsOf(leg), status: 1, logText: '', size: '--', speed: '--', process: '--' }
}

/** A leg whose third-party source is still being pulled. */
export function pullingTransfer(leg: Leg, percent: number): Transfer {
  const logText = `[${stamp(leg.startedAt)}] FileName: ${leg.sourcePath} FileSize: ${sizeText(leg.bytes)} Speed: ${speedText(leg)} Progress: ${percent}% Detail: pulling from file source\n`
  return {
    ...endsOf(leg),
    ...{ status: 0, logText, size: sizeText(leg.bytes) },
    ...{ speed: speedText(leg), process: `${percent}%` },
  }
}

/** A leg under way: a line per quarter that is behind it. */
export function movingTransfer(leg: Leg, percent: number): Transfer {
  return {
    ...endsOf(leg),
    status: leg.destination === null ? 2 : 3,
    logText: quarters(leg, percent),
    size: sizeText(leg.bytes),
    speed: speedText(leg),
    process: `${percent}%`,
  }
}

function quarters(leg: Leg, percent: number): string {
  const doing = leg.destination === null ? 'uploading' : 'downloading'
  return [0, 25, 50, 75]
    .filter((quarter) => quarter <= percent)
    .map((quarter, order) => sentence(leg, leg.startedAt + order * second, 3, doing, quarter, doing))
    .join('')
}

/** A leg that arrived. Every ninth forgets to say 100 %, as GSE does (bk-job B.6): the status counts. */
export function finishedTransfer(leg: Leg, isModest = false): Transfer {
  const side =
    leg.destination === null ? 'source agent success upload file' : 'dest agent success download file'
  const percent = isModest ? 97 : 100
  const at = leg.startedAt + Math.round((leg.bytes / 1024 / leg.kilobytesPerSecond) * second)
  return {
    ...endsOf(leg),
    status: 4,
    logText: sentence(leg, at, 9, side, percent, 'success'),
    size: sizeText(leg.bytes),
    speed: speedText(leg),
    process: `${percent}%`,
  }
}

/** A leg by the clock: percentages come from it, the text shows the quarters that are behind. */
export function moving(leg: Leg, beganAt: number, endedAt: number, now: number): Transfer {
  if (now < beganAt) return waitingTransfer(leg)
  if (now >= endedAt) return finishedTransfer(leg)
  return movingTransfer(leg, Math.floor(((now - beganAt) / (endedAt - beganAt)) * 100))
}

/** A line of the old agents: `State:` and no number (bk-job B.6). */
export function finishedByOldAgent(leg: Leg): Transfer {
  const finished = finishedTransfer(leg)
  return {
    ...finished,
    logText: finished.logText.replace(/Status: 9 StatusDesc/, 'State: success StatusDesc'),
  }
}

/** A leg that broke after `percent`: size, speed and process stay as they last were. */
export function brokenTransfer(leg: Leg, reason: Reason, percent: number): Transfer {
  const at = leg.startedAt + 5 * second
  return {
    ...movingTransfer(leg, percent),
    status: 5,
    logText: quarters(leg, percent) + errorLine(reason, at),
  }
}

/** A leg that never began and never will: nothing was reported, so nothing is known. */
export function refusedTransfer(leg: Leg, reason: Reason): Transfer {
  const logText = errorLine(reason, leg.startedAt)
  return { ...endsOf(leg), status: 5, logText, size: null, speed: null, process: null }
}

// Errors use commas between their parts; hosts without an agent get an English sentence only.
function errorLine(reason: Reason, at: number): string {
  if (reason.status === 0) return `[${stamp(at)}] ${reason.sentence}\n`
  return `[${stamp(at)}] ${reason.sentence}. Status: ${reason.status}, StatusDesc: ${reason.description}\n`
}

/** The reasons of the story, in the words of the real system. */
export const reasons = {
  sourceMissing: {
    status: 203,
    sentence: 'File /data/pkg/patch 2.4.1: hotfix.tar.gz does not exist',
    description: 'source file not exists',
  },
  diskFull: {
    status: 329,
    sentence: 'write file failed: No space left on device',
    description: 'file transmission error',
  },
  quota: {
    status: 202,
    sentence:
      'write file failed: disk quota exceeded for user gamesvr on volume data-02, 1.6 GB needed, 213 MB left of 500 GB; ask the owner of the volume for more, or remove earlier releases',
    description: 'file transmission failed',
  },
  agentAbnormal: { status: 310, sentence: 'agent connection lost', description: 'agent abnormal' },
  timeout: { status: 303, sentence: 'task timeout after 7200s', description: 'file task timeout' },
  noUser: { status: 311, sentence: 'user gamesvr not found', description: 'user not exist' },
  notInstalled: { status: 0, sentence: 'Agent is not installed', description: '' },
  invalidHost: {
    status: 0,
    sentence:
      'Source execute object is invalid, please check whether the host belongs to the current business',
    description: '',
  },
} as const satisfies Record<string, Reason>
