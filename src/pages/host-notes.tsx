import { useFormat, usePastedMessages } from '#i18n'
import { type HostList, mostHosts } from './host-list.ts'
import type { HostNote } from './plain-host.ts'

/** Words of each kind that are quoted, and how much of each. */
const [mostWords, longestWord] = [3, 40]

/** Says what of the written hosts was not understood, left out, or taken as more than it says. */
export function HostNotes({ list: { notes, notUnderstood, cut } }: { readonly list: HostList }) {
  const pasted = usePastedMessages()
  const { list, number } = useFormat()
  const quote = (words: readonly string[]) => {
    const some = words.slice(0, mostWords).map((word) => word.slice(0, longestWord))
    return list(words.length > mostWords ? [...some, '…'] : some)
  }
  const wordsOf = (kind: HostNote['left']) =>
    quote(notes.filter(({ left }) => left === kind).map(({ word }) => word))
  const kinds = [...new Set(notes.map(({ left }) => left))]
  return (
    <>
      {kinds.map((kind) => (
        <p key={kind}>{pasted.notes[kind](wordsOf(kind))}</p>
      ))}
      {notUnderstood.length === 0 ? null : (
        <p>{pasted.notUnderstood(quote(notUnderstood), notUnderstood.length)}</p>
      )}
      {cut ? <p>{pasted.cut(number(mostHosts))}</p> : null}
    </>
  )
}
