import { styled } from '@mui/material/styles'
import { useMemo, useState } from 'react'
import type { NodeManInstance, NodeManJob, NodeManJobId } from '#contract'
import { useFormat, useMessages, useRailWords } from '#i18n'
import { SelectField, SmallButton, saveFile } from '#ui'
import { CopyShapeButton } from '../copy-shape-button.tsx'
import { copyShapes } from '../host-shapes.ts'
import { allHosts, type NodeManHostFilter } from '../node-man-host-filter.ts'
import { ProblemNotice } from '../problem-notice.tsx'
import { hostsAsCsv } from './host-csv.ts'
import { countIn, linesOf } from './host-lines.ts'
import { ReadingLine } from './reading-line.tsx'
import { useAllHosts } from './use-all-hosts.ts'

export interface CopyHostsProps {
  readonly job: NodeManJob
  readonly filter: NodeManHostFilter
  /** Those of the page at hand; `null` where no pages are shown. */
  readonly shown: readonly NodeManInstance[] | null
  /** How many pass the filter. */
  readonly total: number
}

type HostScope = 'page' | 'filter' | 'all'

/** Copies or exports hosts of the page, of the filters or of the whole job, and says how many; reads what is not here. */
export function CopyHosts({ job, filter, shown, total }: CopyHostsProps) {
  const { nodeMan: words, rail } = useRailWords()
  const { number } = useFormat()
  const isFiltered = filter.status !== null || filter.ip !== null
  const { counts } = job
  const jobTotal = !isFiltered || counts === null ? total : counts.total - counts.ignored
  const { page, filter: filtered, all } = words.hostScopes
  const scopes: readonly { readonly value: HostScope; readonly label: string }[] = [
    ...(shown === null ? [] : [{ value: 'page' as const, label: page(number(shown.length)) }]),
    ...(isFiltered ? [{ value: 'filter' as const, label: filtered(number(total)) }] : []),
    { value: 'all', label: all(number(jobTotal)) },
  ]
  const [chosen, setScope] = useState<HostScope | null>(null)
  const scope = scopes.find(({ value }) => value === chosen)?.value ?? scopes[0]?.value ?? 'all'
  const fileName = `node-man-${job.id}-hosts`
  const ignored = counts?.ignored ?? 0
  return (
    <>
      <SelectField
        label={rail.which}
        value={scope}
        options={scopes}
        onChange={(value) => setScope(value as HostScope)}
      />
      {ignored === 0 ? null : <small>{words.ignoredNotAmong(ignored)}</small>}
      {scope === 'page' && shown !== null ? (
        <CopyParts hosts={shown} fileName={fileName} />
      ) : (
        <CopyRead
          key={scope}
          jobId={job.id}
          filter={scope === 'all' ? allHosts : filter}
          total={scope === 'all' ? jobTotal : total}
          fileName={fileName}
        />
      )}
    </>
  )
}

interface CopyReadProps extends Pick<CopyHostsProps, 'filter' | 'total'> {
  readonly jobId: NodeManJobId
  readonly fileName: string
}

/** The same of hosts that are read for it. */
function CopyRead({ jobId, filter: { status, ip }, total, fileName }: CopyReadProps) {
  const { nodeMan: words } = useMessages()
  const { number } = useFormat()
  const { hosts, progress, wait, problem } = useAllHosts(jobId, { status, ip }, true)
  if (hosts !== null)
    return (
      <>
        {hosts.length < total ? <small>{words.readFirst(number(hosts.length), total)}</small> : null}
        <CopyParts hosts={hosts} fileName={fileName} />
      </>
    )
  if (problem !== null)
    return <ProblemNotice problem={problem} onRetry={wait.again} severity="warning" compact />
  if (wait.isStopped)
    return (
      <SmallButton type="button" onClick={wait.again}>
        {words.readAll(total)}
      </SmallButton>
    )
  const sentence = words.readProgress(number(progress?.read ?? 0), number(progress?.all ?? total))
  return <ReadingLine {...{ wait, progress, sentence }} />
}

interface CopyPartsProps {
  readonly hosts: readonly NodeManInstance[]
  /** Without the ending. */
  readonly fileName: string
}

function CopyParts({ hosts, fileName }: CopyPartsProps) {
  const { rail, status } = useRailWords()
  const [savedCount, setSavedCount] = useState<number | null>(null)
  const counts = useMemo(() => copyShapes.map((shape) => [shape, countIn(hosts, shape)] as const), [hosts])
  const save = () => {
    const file = new Blob([hostsAsCsv(hosts, status.nodeManStatusWord)], { type: 'text/csv' })
    setSavedCount(saveFile(`${fileName}.csv`, file) ? hosts.length : null)
  }
  return (
    <>
      <Section>
        <h3>{rail.copyAs}</h3>
        {counts.map(([shape, count]) => (
          <CopyShapeButton
            key={shape}
            shape={shape}
            count={count}
            hostCount={hosts.length}
            linesOf={(shape) => linesOf(hosts, shape)}
          />
        ))}
      </Section>
      <Section>
        <h3>{rail.saveAs}</h3>
        <div>
          <SmallButton type="button" disabled={hosts.length === 0} onClick={save}>
            {rail.csv}
          </SmallButton>{' '}
          <span role="status">{savedCount === null ? null : rail.saved(savedCount)}</span>
        </div>
      </Section>
    </>
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
