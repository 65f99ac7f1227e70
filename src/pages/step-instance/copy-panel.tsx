import { styled } from '@mui/material/styles'
import { useMemo, useState } from 'react'
import { useFormat, useRailWords } from '#i18n'
import { SelectField, SmallButton, saveFile } from '#ui'
import { CopyShapeButton } from '../copy-shape-button.tsx'
import { copyShapes } from '../host-shapes.ts'
import { groupScopeLabel } from './group-option.tsx'
import { copyHosts, countNamed } from './host-copies.ts'
import { type ExportContext, hostsAsCsv, hostsAsJson } from './host-export.ts'
import type { HostRow } from './host-rows.ts'
import { allRows, chosenRows, rowsOfGroup, shownRows } from './rail-rows.ts'
import { rowStatusWord } from './row-status-word.ts'
import { fileOf } from './save-file.ts'
import { runInSlices, type SlicedWork } from './slices.ts'
import { useInSlices } from './use-in-slices.ts'
import type { Rail } from './use-rail.ts'

export interface CopyPanelProps {
  readonly rail: Rail
  readonly chosenKeys: ReadonlySet<string>
  /** How many of them the step has. */
  readonly chosenCount: number
  /** Name of exported files, without the ending. */
  readonly fileName: string
}

const groupPrefix = 'group:'

/** Copies or exports some hosts in any shape, and says how many. */
export function CopyPanel({ rail: listed, chosenKeys, chosenCount, fileName }: CopyPanelProps) {
  const messages = useRailWords()
  const format = useFormat()
  const { rail } = messages
  const [scope, setScope] = useState(chosenCount > 0 ? 'selected' : 'shown')
  const [savedCount, setSavedCount] = useState<number | null>(null)
  const some = useMemo(() => rowsIn(scope, listed, chosenKeys), [scope, listed, chosenKeys])
  const counts = useInSlices(useMemo(() => () => countNamed(some), [some]))
  const named = (n: number) => format.number(n)
  const scopes = [
    ...(chosenCount > 0 ? [{ value: 'selected', label: rail.scopes.selected(named(chosenCount)) }] : []),
    { value: 'shown', label: rail.scopes.shown(named(listed.shown.length)) },
    { value: 'all', label: rail.scopes.all(named(listed.rows.length)) },
    ...listed.groups.map((one) => ({
      value: `${groupPrefix}${one.group.id}`,
      label: groupScopeLabel(one, listed.isOver, messages, format),
    })),
  ]
  const save = (ending: 'csv' | 'json') => {
    const context = {
      facts: listed.facts,
      statusWord: (row: HostRow) => rowStatusWord(row, messages, listed.isOver),
    }
    runInSlices(fileOfHosts(ending, some, context), (file) => {
      const isSaved = saveFile(`${fileName}.${ending}`, file)
      setSavedCount(isSaved ? some.length : null)
    })
  }
  return (
    <>
      <SelectField label={rail.which} value={scope} options={scopes} onChange={setScope} />
      <Section>
        <h3>{rail.copyAs}</h3>
        {copyShapes.map((shape) => (
          <CopyShapeButton
            key={shape}
            shape={shape}
            count={counts.value?.[shape] ?? 0}
            hostCount={some.length}
            linesOf={(shape) => finished(copyHosts(some, shape))}
          />
        ))}
      </Section>
      <Section>
        <h3>{rail.saveAs}</h3>
        <div>
          <SmallButton type="button" disabled={some.length === 0} onClick={() => save('csv')}>
            {rail.csv}
          </SmallButton>{' '}
          <SmallButton type="button" disabled={some.length === 0} onClick={() => save('json')}>
            {rail.json}
          </SmallButton>{' '}
          <span role="status">{savedCount === null ? null : rail.saved(savedCount)}</span>
        </div>
      </Section>
    </>
  )
}

function* fileOfHosts(
  ending: 'csv' | 'json',
  rows: readonly HostRow[],
  context: ExportContext,
): SlicedWork<Blob> {
  if (ending === 'csv') return yield* fileOf(yield* hostsAsCsv(rows, context), 'text/csv')
  return yield* fileOf(yield* hostsAsJson(rows, context), 'application/json')
}

function rowsIn(scope: string, rail: Rail, chosenKeys: ReadonlySet<string>): readonly HostRow[] {
  if (scope.startsWith(groupPrefix)) return rowsOfGroup(rail, scope.slice(groupPrefix.length))
  if (scope === 'selected') return chosenRows(rail, chosenKeys)
  return scope === 'all' ? allRows(rail) : shownRows(rail)
}

function finished<Result>(work: SlicedWork<Result>): Promise<Result> {
  return new Promise((resolve) => void runInSlices(work, resolve))
}

const Section = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  gap: 2,
  '& > h3': { margin: 0, fontSize: '0.75rem' },
  '& .MuiButton-root': { textAlign: 'left', whiteSpace: 'normal' },
})
