import { type Container, type ExecuteObject, type Host, isDecimalId } from '#contract'
import { byKind, nullable, object, type Read, text, textThat, word } from './read-shape.ts'

const nullableText = nullable(text)
const id = <T extends string>(): Read<T> => textThat<T>(isDecimalId)

/** The shape of `executeObjectSchema` (contract), written out: there are up to 50,000 in one answer. */
export const executeObject: Read<ExecuteObject> = byKind<ExecuteObject>({
  host: object<Host>({
    kind: word({ host: true }),
    hostId: nullable(id()),
    cloudId: nullable(id()),
    ip: nullableText,
    ipv6: nullableText,
    cloudName: nullableText,
  }),
  container: object<Container>({
    kind: word({ container: true }),
    id: text,
    uid: nullableText,
    name: nullableText,
    nodeHostId: nullable(id()),
  }),
})
