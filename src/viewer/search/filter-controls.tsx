import { useReaderToolsMessages } from '#i18n'
import type { Severity } from '#log'
import { contextChoices, filterOf, type SearchSettings } from './search-settings.ts'

export interface FilterControlsProps {
  readonly settings: SearchSettings
  readonly onChange: (settings: SearchSettings) => void
}

/** Which lines are shown: all, those that match, those this serious, and how many around each. */
export function FilterControls({ settings, onChange }: FilterControlsProps) {
  const { filter } = useReaderToolsMessages()
  const change = (part: Partial<SearchSettings>): void => onChange({ ...settings, ...part })
  // What changes nothing now is out of the way, on a phone above all.
  const isFiltered = filterOf(settings) !== null
  return (
    <div className="log-filters">
      <label className="log-choice">
        <input
          type="checkbox"
          checked={settings.isFiltering}
          onChange={(event) => change({ isFiltering: event.target.checked })}
        />
        {filter.onlyMatching}
      </label>
      <label className="log-choice">
        {filter.severity}
        <select
          value={settings.minSeverity ?? 'all'}
          onChange={(event) => change({ minSeverity: severityOf(event.target.value) })}
        >
          <option value="all">{filter.allSeverities}</option>
          <option value="warning">{filter.warnings}</option>
          <option value="error">{filter.errors}</option>
        </select>
      </label>
      {isFiltered && <FilteredLines settings={settings} onChange={change} />}
    </div>
  )
}

interface FilteredLinesProps {
  readonly settings: SearchSettings
  readonly onChange: (part: Partial<SearchSettings>) => void
}

function FilteredLines({ settings, onChange }: FilteredLinesProps) {
  const { filter } = useReaderToolsMessages()
  return (
    <>
      <label className="log-choice">
        {filter.context}
        <select
          value={settings.contextLines}
          onChange={(event) => onChange({ contextLines: Number(event.target.value) })}
        >
          {offered(settings.contextLines).map((lineCount) => (
            <option key={lineCount} value={lineCount}>
              {filter.contextLines(lineCount)}
            </option>
          ))}
        </select>
      </label>
      <label className="log-choice">
        <input
          type="checkbox"
          checked={settings.inverse}
          onChange={(event) => onChange({ inverse: event.target.checked })}
        />
        {filter.inverse}
      </label>
      {settings.inverse && settings.contextLines > 0 && <span role="note">{filter.inverseContext}</span>}
    </>
  )
}

/** A number from an address may be another than ours: it is offered then, so that the choice shows what is true. */
function offered(contextLines: number): readonly number[] {
  if (contextChoices.includes(contextLines)) return contextChoices
  return [...contextChoices, contextLines].sort((one, other) => one - other)
}

function severityOf(value: string): Severity | null {
  return value === 'warning' || value === 'error' ? value : null
}
