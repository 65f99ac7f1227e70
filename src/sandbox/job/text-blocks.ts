import { between, noise } from './noise.ts'
import { second, stamp } from './times.ts'

const blockLines = 200
const blocks: string[] = []

/** 16 blocks of 200 lines, made once: a long log is a handful of them joined, so it costs almost nothing. */
function block(index: number): string {
  const slot = index % 16
  const made = blocks[slot] ?? makeBlock(slot)
  blocks[slot] = made
  return made
}

function makeBlock(slot: number): string {
  return Array.from({ length: blockLines }, (_, line) => blockLine(slot * blockLines + line)).join('')
}

const anchor = Date.UTC(2026, 2, 9, 1)

function blockLine(number: number): string {
  const level = number % 53 === 52 ? 'WARN ' : number % 211 === 210 ? 'ERROR' : 'INFO '
  const request = noise(number).toString(16).padStart(8, '0')
  const what =
    number % 3 === 0 ? `synced chunk ${number}` : `GET /api/v1/items/${noise(number, 1) % 90_000} 200`
  return `${stamp(anchor + number * second)} ${level} [worker-${number % 8}] req=${request} ${what} in ${between(1, 900, number, 2)} ms\n`
}

/**
 * A log of exactly `bytes` ASCII characters between a host's own head and end, cut in the middle of a line when
 * the blocks do not fit, as the agent cuts at 5 MB (bk-job B.5).
 */
export function longText(bytes: number, head: string, tail: string, seed: number): string {
  const wanted = bytes - head.length - tail.length
  const parts: string[] = []
  let length = 0
  for (let index = seed; length < wanted; index++) {
    const own = `---- part ${parts.length} of seed ${seed} ----\n`
    parts.push(own, block(index))
    length += own.length + block(index).length
  }
  return head + parts.join('').slice(0, Math.max(0, wanted)) + tail
}
