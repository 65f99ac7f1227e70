import { useFindMessages, useFormat } from '#i18n'
import type { HostNote } from './loose-hosts.ts'

const most = 3

/** Says what of the written hosts was left out, or taken as more than it says; a few words of each kind. */
export function HostNotes({ notes }: { readonly notes: readonly HostNote[] }) {
  const { hostNotes: words } = useFindMessages()
  const { list } = useFormat()
  const kinds = [...new Set(notes.map(({ left }) => left))]
  const wordsOf = (kind: HostNote['left']) => {
    const all = notes.filter(({ left }) => left === kind).map(({ word }) => word.slice(0, 40))
    return list(all.length > most ? [...all.slice(0, most), '…'] : all)
  }
  return kinds.map((kind) => <p key={kind}>{words[kind](wordsOf(kind))}</p>)
}
