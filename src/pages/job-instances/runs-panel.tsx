import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { jobInstancesOnceQuery, useApi } from '#api'
import { type JobInstance, type JobInstanceId, jobInstancePath, type Scope } from '#contract'
import { useHistoryMessages, useMessages } from '#i18n'
import { AppLink } from '#ui'
import { Awaited } from '../awaited.tsx'
import type { Compared } from '../compared-run.ts'
import { RunStrip } from '../run-strip.tsx'
import { queryWait } from '../wait.ts'

export interface RunsPanelProps {
  readonly scope: Scope
  readonly id: JobInstanceId
  /** The row, when it is on this page; a link may name one that is not. */
  readonly row: JobInstance | null
  /** Part of the history in which the row may be found; epoch ms. */
  readonly span: { readonly from: number; readonly to: number }
  readonly compared: Compared | null
  readonly onCompare: (compared: Compared | null) => void
  readonly onClose: () => void
}

/** Earlier runs of one row's job, at the foot of the window so that no row moves away. */
export function RunsPanel(props: RunsPanelProps) {
  const { scope, id, row, span, compared, onCompare, onClose } = props
  const words = useHistoryMessages()
  const { common } = useMessages()
  const options = jobInstancesOnceQuery(useApi(), scope, { ...span, jobInstanceId: id, length: 1 })
  const query = useQuery({ ...options, enabled: row === null })
  const { data } = query
  const shown = row ?? data?.items.find((item) => item.id === id) ?? null
  const isAwaited = row === null && query.isPending
  return (
    <Foot aria-label={words.runsPanel}>
      <Head>
        {shown === null ? (
          <span>{id}</span>
        ) : (
          <AppLink to={jobInstancePath(scope, id)}>{shown.name || id}</AppLink>
        )}
        <Button onClick={onClose}>{common.close}</Button>
      </Head>
      {isAwaited ? (
        <Awaited wait={queryWait(query, options.queryKey)} what={({ earlierRuns }) => earlierRuns} />
      ) : null}
      {shown === null && !isAwaited ? <p>{words.runsNotFound}</p> : null}
      {shown === null ? null : (
        <RunStrip key={id} jobInstance={shown} compared={compared} onCompare={onCompare} />
      )}
    </Foot>
  )
}

const Foot = styled('aside')(({ theme }) => ({
  position: 'sticky',
  bottom: 0,
  zIndex: 2,
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
  maxHeight: '60vh',
  overflow: 'auto',
  padding: '8px 14px 12px',
  border: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  borderRadius: 8,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  boxShadow: '0 -6px 20px rgb(0 0 0 / 0.18)',
}))

const Head = styled('div')({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  fontWeight: 650,
  '& > :first-of-type': { minWidth: 0, overflowWrap: 'anywhere' },
})
