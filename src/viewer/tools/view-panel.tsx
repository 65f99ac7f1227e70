import { useReaderToolsMessages } from '#i18n'
import { fontSizes, type LogPreferences, type TimeColumn, timeColumns } from './log-preferences.ts'
import type { ChangePreferences } from './use-log-preferences.ts'
import { ZoneChoice } from './zone-choice.tsx'

export interface ViewPanelProps {
  readonly preferences: LogPreferences
  readonly onChange: ChangePreferences
  /** Zone of time stamps that name none; undefined when nobody knows. */
  readonly naiveTimeZone?: string | undefined
  /** Sections of the log that fold. */
  readonly sectionCount: number
  readonly onFoldAll: (isFolded: boolean) => void
}

/** How the log is shown. */
export function ViewPanel(props: ViewPanelProps) {
  const { preferences, onChange, naiveTimeZone, sectionCount, onFoldAll } = props
  const { view } = useReaderToolsMessages()
  const change = (part: Partial<LogPreferences>): void => onChange(() => part)
  const flags = ['wrap', 'lineNumbers', 'severityColors', 'announcements'] as const
  return (
    <>
      {flags.map((name) => (
        <label key={name} className="log-choice">
          <input
            type="checkbox"
            checked={preferences[name]}
            onChange={(event) => change({ [name]: event.target.checked })}
          />
          {view[name]}
        </label>
      ))}
      <TimeChoice time={preferences.time} onChange={(time) => change({ time })} />
      {preferences.time === 'clock' && <ZoneChoice naiveTimeZone={naiveTimeZone} />}
      <FontSize fontPx={preferences.fontPx} onChange={(fontPx) => change({ fontPx })} />
      {sectionCount > 0 && (
        <p className="log-menu-row">
          <span>{view.sections(sectionCount)}</span>
          <button type="button" className="log-text-button" onClick={() => onFoldAll(true)}>
            {view.foldAll}
          </button>
          <button type="button" className="log-text-button" onClick={() => onFoldAll(false)}>
            {view.unfoldAll}
          </button>
        </p>
      )}
    </>
  )
}

interface TimeChoiceProps {
  readonly time: TimeColumn
  readonly onChange: (time: TimeColumn) => void
}

function TimeChoice({ time, onChange }: TimeChoiceProps) {
  const { view } = useReaderToolsMessages()
  return (
    <label className="log-choice">
      {view.time}
      <select
        value={time}
        onChange={(event) => onChange(timeColumns.find((column) => column === event.target.value) ?? 'off')}
      >
        {timeColumns.map((column) => (
          <option key={column} value={column}>
            {view.times[column]}
          </option>
        ))}
      </select>
    </label>
  )
}

interface FontSizeProps {
  readonly fontPx: number
  readonly onChange: (fontPx: number) => void
}

function FontSize({ fontPx, onChange }: FontSizeProps) {
  const { view } = useReaderToolsMessages()
  return (
    <label className="log-choice">
      {view.fontSize}
      <input
        type="range"
        min={fontSizes[0]}
        max={fontSizes.at(-1)}
        value={fontPx}
        aria-valuetext={view.pixels(fontPx)}
        onChange={(event) => onChange(Number(event.target.value))}
      />
      <span aria-hidden="true">{view.pixels(fontPx)}</span>
    </label>
  )
}
