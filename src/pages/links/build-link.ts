import { type Complaint, writeField } from './field-value.ts'
import {
  type FieldName,
  fieldsOf,
  type LinkKind,
  type LinkValues,
  needed,
  parameterOf,
} from './link-kinds.ts'

/** A link, or what is missing or wrong in the fields. */
export type BuiltLink =
  | { readonly address: string }
  | {
      /** The link as far as it goes; what is missing or wrong stands in braces, by the name of its parameter. */
      readonly draft: string
      /** Needed and empty. */
      readonly missing: readonly FieldName[]
      readonly complaints: Readonly<Partial<Record<FieldName, Complaint>>>
    }

/** The in-app address for what stands in the form; what the kind has no field for is left out. */
export function buildLink(kind: LinkKind, values: LinkValues): BuiltLink {
  const texts = new Map<FieldName, string>()
  const complaints: Partial<Record<FieldName, Complaint>> = {}
  for (const name of fieldsOf[kind]) {
    const written = writeField(name, values[name])
    if ('complaint' in written) complaints[name] = written.complaint
    else texts.set(name, written.text)
  }
  const missing = needed[kind].filter((name) => values[name].trim() === '')
  if (missing.length === 0 && Object.keys(complaints).length === 0)
    return { address: addressOf(kind, (name) => encode(texts.get(name) ?? '')) }
  const isOpen = (name: FieldName) => missing.includes(name) || complaints[name] !== undefined
  const draft = addressOf(kind, (name) =>
    isOpen(name) ? `{${parameterOf[name].replace(/[{}]/g, '')}}` : encode(texts.get(name) ?? ''),
  )
  return { draft, missing, complaints }
}

/** The address of these texts, each percent-encoded already. */
function addressOf(kind: LinkKind, text: (name: FieldName) => string): string {
  const query = fieldsOf[kind]
    .filter((name) => !parameterOf[name].startsWith('{') && text(name) !== '')
    // Meaningless by itself.
    .filter((name) => name !== 'findAs' || text('find') !== '')
    .map((name) => `${parameterOf[name]}=${text(name)}`)
  const path = pathOf(kind, text)
  return query.length === 0 ? path : `${path}?${query.join('&')}`
}

/** Percent-encodes all but what RFC 3986 calls unreserved: what every language's own function can be told to do. */
export function encode(text: string): string {
  const code = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`
  return encodeURIComponent(text).replace(/[!'()*]/g, code)
}

function pathOf(kind: LinkKind, text: (name: FieldName) => string): string {
  const scope = `/${text('scopeType') || 'biz'}/${text('scopeId')}`
  const job = text('jobInstanceId')
  const inScope = text('scopeId') !== ''
  const nodeManJobs = '/node-man/jobs'
  switch (kind) {
    case 'step-instance': {
      const step = text('stepInstanceId')
      return inScope ? `${scope}/job-instances/${job}/steps/${step}` : `/api_execute_step/${job}/${step}`
    }
    case 'job-instance':
      return inScope ? `${scope}/job-instances/${job}` : `/api_execute/${job}`
    case 'job-instances':
      return `${scope}/job-instances`
    case 'node-man-instance':
      return `${nodeManJobs}/${text('nodeManJobId')}/instances/${text('instanceId')}`
    case 'node-man-job':
      return `${nodeManJobs}/${text('nodeManJobId')}`
    case 'node-man-jobs':
      return nodeManJobs
  }
}
