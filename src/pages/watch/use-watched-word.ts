import { nodeManTone, runTone } from '#contract'
import { useMessages } from '#i18n'
import type { Tone, Watched } from '#ui'

/** State of a watched execution in words and as a tone; `null` until it was asked about. */
export function useWatchedWord(): (
  status: Watched['status'],
) => { readonly tone: Tone; readonly word: string } | null {
  const { status: words } = useMessages()
  return (status) => {
    if (status === null) return null
    return typeof status === 'number'
      ? { tone: runTone(status), word: words.runStatusWord(status) }
      : { tone: nodeManTone(status), word: words.nodeManStatusWord(status) }
  }
}
