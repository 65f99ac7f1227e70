import { useReaderToolsMessages, useShareMessages } from '#i18n'
import type { CopyChoice, SaveChoice } from './copy-choice.ts'

export interface CopyPanelProps {
  /** Counts the lines that are selected, hidden ones included; null when all that are shown are copied. */
  readonly selectedLineCount: () => number | null
  /** Not all lines are shown. */
  readonly isFiltered: boolean
  /** The log, or what is selected of it, has an address. */
  readonly canLink: boolean
  readonly onCopy: (choice: CopyChoice) => void
}

/** The ways to copy; secrets are masked in all but the last. */
export function CopyPanel({ isFiltered, canLink, onCopy, ...props }: CopyPanelProps) {
  const selectedLineCount = props.selectedLineCount()
  const { copy } = useReaderToolsMessages()
  const share = useShareMessages()
  // A card of a whole log would say nothing, and its link leads to the host as any does.
  const forGroups: readonly CopyChoice[] = selectedLineCount === null ? [] : ['link', 'card', 'message']
  const choices: readonly CopyChoice[] = [
    'text',
    'ansi',
    ...(canLink ? ['markdown' as const, ...forGroups] : []),
    'raw',
  ]
  const all = isFiltered ? copy.shown : copy.whole
  const what = selectedLineCount === null ? all : copy.selected(selectedLineCount)
  return (
    <Choices
      {...{ what, choices }}
      words={{ ...share.choices, ...copy.choices }}
      note={copy.maskedNote}
      onChoose={onCopy}
    />
  )
}

export interface SavePanelProps {
  readonly onSave: (choice: SaveChoice) => void
}

/** The ways to download the whole log. */
export function SavePanel({ onSave }: SavePanelProps) {
  const { copy } = useReaderToolsMessages()
  const choices: readonly SaveChoice[] = ['text', 'ansi', 'raw']
  return (
    <Choices
      what={copy.whole}
      choices={choices}
      words={copy.saveChoices}
      note={copy.maskedNote}
      onChoose={onSave}
    />
  )
}

interface ChoicesProps<Choice extends string> {
  readonly what: string
  readonly choices: readonly Choice[]
  readonly words: Readonly<Record<Choice, string>>
  readonly note: string
  readonly onChoose: (choice: Choice) => void
}

function Choices<Choice extends string>({ what, choices, words, note, onChoose }: ChoicesProps<Choice>) {
  return (
    <>
      <p>{what}</p>
      {choices.map((choice) => (
        <button key={choice} type="button" className="log-menu-item" onClick={() => onChoose(choice)}>
          {words[choice]}
        </button>
      ))}
      <p className="log-menu-note">{note}</p>
    </>
  )
}
