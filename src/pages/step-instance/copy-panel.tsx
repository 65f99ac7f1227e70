import { styled } from '@mui/material/styles'
import { useMemo, useState } from 'react'
import { useFormat, useMessages } from '#i18n'
import { CopyButton, SelectField } from '#ui'
import { groupScopeLabel } from './group-option.tsx'
import { type CopyShape, copyHosts, copyShapes, countNamed } from './host-copies.ts'
import { hostsAsCsv, hostsAsJson } from './host-export.ts'
import { rowStatusWord } from './host-option.tsx'
import type { HostRow } from './host-rows.ts'
import type { LogFacts } from './log-facts.ts'
import type { ShownGroup } from './rail-entries.ts'
import { RailButton } from './rail-popover.tsx'
import { saveFile } from './save-file.ts'

export interface CopyPanelProps {
  readonly rows: readonly HostRow[]
  /** Chosen hosts, also those a filter hides; none when there is no selection. */
  readonly selected: readonly HostRow[]
  readonly shown: readonly HostRow[]
  /** Groups of the list, when it is grouped. */
  readonly groups: readonly ShownGroup[]
  readonly rowsOfGroup: (id: string) => readonly HostRow[]
  readonly facts: LogFacts
  /** Name of exported files, without the ending. */
  readonly fileName: string
}

/** Copies or exports some hosts in any shape, and says how many. */
export function CopyPanel(props: CopyPanelProps) {
  const { rows, selected, shown, groups, rowsOfGroup, facts, fileName } = props
  const messages = useMessages()
  const format = useFormat()
  const { rail } = messages.stepInstance
  const [scope, setScope] = useState(selected.length > 0 ? 'selected' : 'shown')
  const [savedCount, setSavedCount] = useState<number | null>(null)
  const some = useMemo(() => {
    if (scope.startsWith('group:')) return rowsOfGroup(scope.slice(6))
    return { selected, all: rows }[scope] ?? shown
  }, [scope, selected, rows, shown, rowsOfGroup])
  const named = (n: number) => format.number(n)
  const scopes = [
    ...(selected.length > 0
      ? [{ value: 'selected', label: rail.scopes.selected(named(selected.length)) }]
      : []),
    { value: 'shown', label: rail.scopes.shown(named(shown.length)) },
    { value: 'all', label: rail.scopes.all(named(rows.length)) },
    ...groups.map((one) => ({
      value: `group:${one.group.id}`,
      label: groupScopeLabel(one, messages, format),
    })),
  ]
  const save = (ending: 'csv' | 'json') => {
    const context = { facts, statusWord: (row: HostRow) => rowStatusWord(row, messages) }
    const text = ending === 'csv' ? hostsAsCsv(some, context) : hostsAsJson(some, context)
    saveFile(`${fileName}.${ending}`, text, ending === 'csv' ? 'text/csv' : 'application/json')
    setSavedCount(some.length)
  }
  return (
    <>
      <SelectField label={rail.which} value={scope} options={scopes} onChange={setScope} />
      <Section>
        <h3>{rail.copyAs}</h3>
        {copyShapes.map((shape) => (
          <CopyShapeButton key={shape} rows={some} shape={shape} />
        ))}
      </Section>
      <Section>
        <h3>{rail.saveAs}</h3>
        <div>
          <RailButton type="button" disabled={some.length === 0} onClick={() => save('csv')}>
            {rail.csv}
          </RailButton>{' '}
          <RailButton type="button" disabled={some.length === 0} onClick={() => save('json')}>
            {rail.json}
          </RailButton>{' '}
          <span role="status">{savedCount === null ? null : rail.saved(savedCount)}</span>
        </div>
      </Section>
    </>
  )
}

interface CopyShapeButtonProps {
  readonly rows: readonly HostRow[]
  readonly shape: CopyShape
}

/** One shape; absent when no host has such a name. */
function CopyShapeButton({ rows, shape }: CopyShapeButtonProps) {
  const { stepInstance, common } = useMessages()
  const { number } = useFormat()
  const { rail } = stepInstance
  const count = useMemo(() => countNamed(rows, shape), [rows, shape])
  const [lineCount, setLineCount] = useState(0)
  if (count === 0) return null
  const copied =
    shape === 'folded'
      ? rail.copiedFolded(count, lineCount)
      : count === rows.length
        ? rail.copiedHosts(count)
        : rail.copiedSome(count, number(rows.length - count))
  return (
    <CopyButton
      text={() => {
        const { text } = copyHosts(rows, shape)
        setLineCount(text.split('\n').length)
        return text
      }}
      label={rail.copyShape(rail.shapes[shape], number(count))}
      copiedLabel={copied}
      failedLabel={common.copyFailed}
    />
  )
}

const Section = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: 2,
  '& > h3': { margin: 0, fontSize: '0.75rem' },
  '& .MuiButton-root': { textAlign: 'left', whiteSpace: 'normal' },
})
