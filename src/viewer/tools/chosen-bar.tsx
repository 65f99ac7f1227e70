import { useFormat, useReaderToolsMessages } from '#i18n'
import type { LineSelection } from '../rows/line-selection.ts'
import type { TouchChoice } from '../rows/use-touch-choice.ts'
import { ToolButton } from './tool-button.tsx'

interface ChosenBarProps {
  readonly chosen: LineSelection
  readonly touch: TouchChoice
  readonly onCopy: () => void
  readonly onClear: () => void
}

/** What a finger can do with the chosen lines: choose more of them, copy them, let go. */
export function ChosenBar({ chosen, touch, onCopy, onClear }: ChosenBarProps) {
  const { touch: words } = useReaderToolsMessages()
  const { number } = useFormat()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset brings a legend and a box that nobody asked for
    <div
      role="group"
      aria-label={words.chosen(number(chosen.first), number(chosen.last))}
      className="log-chosen"
    >
      <span>{words.chosen(number(chosen.first), number(chosen.last))}</span>
      <button
        type="button"
        className="log-tool"
        aria-pressed={touch.isExtending}
        onClick={() => touch.setExtending(!touch.isExtending)}
      >
        {touch.isExtending ? words.extending : words.extend}
      </button>
      <ToolButton name={words.copy} icon="copy" onClick={onCopy} />
      <ToolButton name={words.clear} icon="close" onClick={onClear} />
    </div>
  )
}
