import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useEffect, useRef } from 'react'
import { useParams } from 'react-router'
import { useLogStore } from '#api'
import { useTransferWords } from '#i18n'
import { EmptyState } from '#ui'
import { logFileName } from '../log-file-name.ts'
import { wasEmptied } from '../was-emptied.ts'
import { LogReader } from './log-reader.tsx'
import { TransferFacts } from './transfer-facts-line.tsx'
import { TransferPairLine } from './transfer-pair-line.tsx'
import type { TransferRow } from './transfer-row.ts'
import type { TransferTable } from './transfer-table.ts'
import type { StepInstanceView } from './url.ts'
import { useLineHref } from './use-line-href.ts'
import type { ChangeView } from './use-step-view.ts'
import { visibleText } from './visible-text.ts'

interface TransferLogProps {
  readonly row: TransferRow
  readonly table: TransferTable
  readonly view: StepInstanceView
  readonly onChange: ChangeView
  readonly live: boolean
  readonly receiving: boolean
}

/** The log of one transfer, below the table. */
export function TransferLog({ row, table, view, onChange, live, receiving }: TransferLogProps) {
  const { jobInstanceId, stepInstanceId } = useParams()
  const { transfer: words } = useTransferWords()
  const store = useLogStore()
  const host = row.direction === 'upload' ? row.sourceHost : row.destinationHost
  const lineHref = useLineHref(view.host)
  const pane = useRef<HTMLElement>(null)
  // On a low screen the table fills it: a log that opens below would not be seen to have opened.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for every transfer that is opened
  useEffect(() => {
    pane.current?.scrollIntoView({ block: 'nearest' })
  }, [row.key])
  const label = words.logOf(visibleText(row.sourcePath), host || words.noHost)
  return (
    <Pane ref={pane} aria-label={label}>
      <Head>
        <h2 title={label}>{label}</h2>
        <Button onClick={() => onChange({ transfer: null, line: null }, 'push')}>{words.closeLog}</Button>
      </Head>
      <TransferFacts row={row} isOver={!live} />
      <TransferPairLine
        row={row}
        table={table}
        isOver={!live}
        onOpen={({ key }) => onChange({ transfer: key, line: null }, 'push')}
      />
      {row.logBytes === 0 && !wasEmptied(store(), row.documentId) ? (
        <EmptyState title={words.emptyLog.title} meaning={words.emptyLog.meaning} />
      ) : (
        <LogReader
          key={row.documentId}
          documentId={row.documentId}
          label={label}
          asked={view}
          onAskedChange={onChange}
          live={live}
          receiving={receiving}
          downloadName={logFileName(jobInstanceId, stepInstanceId, host, row.direction, row.sourcePath)}
          lineHref={lineHref}
        />
      )}
    </Pane>
  )
}

const Pane = styled('section')({
  flex: '1 1 0',
  minHeight: 240,
  display: 'flex',
  flexDirection: 'column',
  gap: 4,
})

const Head = styled('div')(({ theme }) => ({
  display: 'flex',
  alignItems: 'center',
  justifyContent: 'space-between',
  gap: 8,
  '& > h2': {
    ...theme.typography.h3,
    margin: 0,
    minWidth: 0,
    overflowWrap: 'anywhere',
    // A path of thousands of characters must leave room for the log.
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 3,
    overflow: 'hidden',
  },
}))
