import { styled } from '@mui/material/styles'
import type { JobInstance } from '#contract'
import type { Column } from '#ui'
import { sharedZone } from '../time-column.ts'
import type { ColumnId } from './column-ids.ts'
import { type ColumnParts, columnBodies } from './history-columns.tsx'

/** Lines of a card: the name, how it went, and in the larger one all else that was chosen. */
export type CardLines = 2 | 3

/** What the second line shows; the third shows the rest. */
const outcome: readonly ColumnId[] = ['status', 'duration', 'runs']

/**
 * The rows of a phone: one column of cards, since the name of a run needs all the width there is. It shows what is
 * chosen for a wide screen, in the same words.
 */
export function cardColumns(
  parts: ColumnParts,
  chosen: readonly ColumnId[],
  lines: CardLines,
): readonly Column<JobInstance>[] {
  const first = chosen.filter((id) => outcome.includes(id))
  const rest = lines === 2 ? [] : chosen.filter((id) => id !== 'name' && !outcome.includes(id))
  const shown = rest.flatMap((id) => momentsOf[id] ?? [])
  const moments = parts.items.flatMap((row) => shown.map((atOf) => atOf(row)))
  const bodies = columnBodies(parts, moments)
  const cell = (row: JobInstance) => (
    <Card>
      {bodies.name.cell(row)}
      <Outcome>
        {first.map((id) => (
          <span key={id} data-part={id}>
            {bodies[id].cell(row)}
          </span>
        ))}
      </Outcome>
      {rest.length === 0 ? null : (
        <Rest>
          {rest.map((id, index) => (
            <span key={id} title={parts.names[id]}>
              {index === 0 ? '' : ' · '}
              {bodies[id].cell(row)}
            </span>
          ))}
        </Rest>
      )}
    </Card>
  )
  return [
    { id: 'name', header: cardHeader(parts, shown.length === 0 ? null : moments), width: 200, grow: 1, cell },
  ]
}

/** The columns of moments. */
const momentsOf: Readonly<Partial<Record<ColumnId, (row: JobInstance) => number | null>>> = {
  created: ({ createdAt }) => createdAt,
  started: ({ startedAt }) => startedAt,
  ended: ({ endedAt }) => endedAt,
}

/** Where moments are shown, their zone has to be: once, as in the heading of a column, or with each. */
function cardHeader({ format, messages }: ColumnParts, moments: readonly (number | null)[] | null): string {
  const { title } = messages.jobInstances
  const zone = moments === null ? null : sharedZone(moments, format)
  return zone === null ? title : messages.common.inZone(title, zone)
}

const Card = styled('div')({
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: 2,
  '& > a': { overflow: 'hidden', textOverflow: 'ellipsis' },
})

const Outcome = styled('div')({
  display: 'flex',
  alignItems: 'center',
  gap: 10,
  minHeight: 24,
  '& > [data-part="status"]': { display: 'flex', minWidth: 0 },
  '& > [data-part="duration"]': { flex: '0 0 auto' },
  '& > [data-part="runs"]': { marginInlineStart: 'auto' },
})

const Rest = styled('div')(({ theme }) => ({
  overflow: 'hidden',
  textOverflow: 'ellipsis',
  fontSize: '0.75rem',
  color: (theme.vars ?? theme).palette.text.secondary,
}))
