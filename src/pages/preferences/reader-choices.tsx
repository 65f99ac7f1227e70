import { useReaderToolsMessages } from '#i18n'
import { SelectField } from '#ui'
import { fontSizes, timeColumns, useLogPreferences } from '#viewer'
import { CheckField } from './check-field.tsx'

const flags = ['wrap', 'lineNumbers', 'severityColors', 'announcements'] as const

/** How logs are shown; a log on the page follows at once. */
export function ReaderChoices() {
  const { view } = useReaderToolsMessages()
  const [chosen, change] = useLogPreferences()
  return (
    <>
      {flags.map((name) => (
        <CheckField
          key={name}
          label={view[name]}
          checked={chosen[name]}
          onChange={(checked) => change(() => ({ [name]: checked }))}
        />
      ))}
      <SelectField
        label={view.time}
        value={chosen.time}
        options={timeColumns.map((value) => ({ value, label: view.times[value] }))}
        onChange={(time) => change(() => ({ time }))}
      />
      <SelectField
        label={view.fontSize}
        value={String(chosen.fontPx)}
        options={fontSizes.map((px) => ({ value: String(px), label: view.pixels(px) }))}
        onChange={(px) => change(() => ({ fontPx: Number(px) }))}
      />
    </>
  )
}
