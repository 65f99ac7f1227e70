import { isAddress, isDecimalId, nodeManInstanceIdSchema, parseExecuteObjectKey } from '#contract'
import type { FieldName } from './link-kinds.ts'

/** Why a text cannot be what its field asks for; each has words. */
export type Complaint = 'id' | 'host' | 'lines' | 'number' | 'instance' | 'address' | 'tooLong'

/** What a field's text becomes in a link; `''` leaves it out. */
export type Written = { readonly text: string } | { readonly complaint: Complaint }

/** The text of one field as a link has it. Blanks around it never count. */
export function writeField(name: FieldName, typed: string): Written {
  const text = typed.trim()
  if (text === '') return { text }
  return writers[name]?.(text) ?? plain(text)
}

const longest = 2000
/** The lists read no longer filter. */
const longestFilter = 200

function plain(text: string, most = longest): Written {
  return text.length > most ? { complaint: 'tooLong' } : { text }
}

const id = (text: string): Written => (isDecimalId(text) ? { text } : { complaint: 'id' })

/** People count from 1, the platform's attempts and node-man's steps in an address from 0 (bk-job C.6). */
const fromZero = (text: string): Written =>
  /^[1-9]\d{0,3}$/.test(text) ? { text: `${Number(text) - 1}` } : { complaint: 'number' }

/** `12`, `12-40`, either way round; people also write `12–40` and `L12`. */
function lines(text: string): Written {
  const match = /^L?([1-9]\d{0,11})(?:\s*[-–:]\s*L?([1-9]\d{0,11}))?$/i.exec(text)
  if (match === null) return { complaint: 'lines' }
  const ends = [Number(match[1]), Number(match[2] ?? match[1])]
  const [first, last] = [Math.min(...ends), Math.max(...ends)]
  return { text: first === last ? `${first}` : `${first}-${last}` }
}

/** An id, `cloud:ip` or `container:id`; an address alone is one of cloud area 0. */
function host(text: string): Written {
  if (parseExecuteObjectKey(text) !== null) return { text }
  return isAddress(text) ? { text: `0:${text}` } : { complaint: 'host' }
}

const writers: Readonly<Partial<Record<FieldName, (text: string) => Written>>> = {
  scopeId: id,
  jobInstanceId: id,
  stepInstanceId: id,
  shownStep: id,
  nodeManJobId: id,
  attempt: fromZero,
  stepNumber: fromZero,
  batch: (text) => (/^\d{1,4}$/.test(text) ? { text: `${Number(text)}` } : { complaint: 'number' }),
  name: (text) => plain(text, longestFilter),
  operator: (text) => plain(text, longestFilter),
  host,
  lines,
  ip: (text) => (isAddress(text) ? { text } : { complaint: 'address' }),
  instanceId: (text) =>
    nodeManInstanceIdSchema.safeParse(text).success ? { text } : { complaint: 'instance' },
}
