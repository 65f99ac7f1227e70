import { readHostList } from '../host-list.ts'
import { readDecimalId, readNodeManInstanceId } from './ids-in-text.ts'
import type { Target } from './target.ts'

/** Two ids and nothing else: what they can mean together; none for any other text. Throws BadIdError. */
export function readIdPair(text: string): readonly Target[] {
  const ofNodeMan = /^#?(\d+)[\s,;/，；、]+((?:host|service)(?:\||%7C)\S+)$/i.exec(text)
  if (ofNodeMan !== null) {
    const [, job = '', instance = ''] = ofNodeMan
    const nodeManJobId = readDecimalId(job)
    const instanceId = readNodeManInstanceId(instance)
    return [{ kind: 'node-man-instance', nodeManJobId, instanceId, query: '' }]
  }
  const [, first, between = '', second] = /^#?(\d+)([\s,;/，；、]+)#?(\d+)$/.exec(text) ?? []
  if (first === undefined || second === undefined) return []
  const step: Target = {
    kind: 'step-instance',
    scope: null,
    likelyScope: null,
    jobInstanceId: readDecimalId(first),
    stepInstanceId: readDecimalId(second),
    query: '',
  }
  // Hosts are not written with a slash between them.
  if (between.includes('/')) return [step]
  return [step, { kind: 'hosts', hosts: readHostList(text), network: null, query: '' }]
}
