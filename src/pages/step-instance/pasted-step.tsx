import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { type StepAddress, stepLogSource, useLogSession } from '#api'
import { useMessages, usePastedMessages } from '#i18n'
import { Loading } from '#ui'
import { chooseRow, useChooseHost, useHostKey } from './chosen-host.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { FileStep } from './file-step.tsx'
import { HostListForm } from './host-list-form.tsx'
import { HostLog } from './host-log.tsx'
import type { HostRow } from './host-rows.ts'
import { logQuestion } from './log-question.ts'
import { Notice } from './notice.tsx'
import { PageTitle, type StepTitle } from './page-title.tsx'
import { Panes } from './panes.tsx'
import { putFirst, rowsOfLogs, rowsOfText } from './pasted-rows.ts'
import { RailPart } from './rail-part.tsx'
import { longestHostsText, type RailView, type StepInstanceView } from './url.ts'
import { useInSlices } from './use-in-slices.ts'
import { useLineHref } from './use-line-href.ts'
import { useLogFacts } from './use-log-facts.ts'
import { useLongHosts } from './use-long-hosts.ts'
import type { ChangeView, RailQuery } from './use-step-view.ts'

interface PastedStepProps {
  readonly address: StepAddress
  readonly view: StepInstanceView
  readonly onChange: ChangeView
  readonly rail: RailQuery
  /** Window title, without the host. */
  readonly title: StepTitle
}

/** A step of a deployment that has only the log call: the reader names the hosts, the rest follows. */
export function PastedStep({ address, view, onChange, rail, title }: PastedStepProps) {
  const pasted = usePastedMessages()
  const { loading } = useMessages().stepInstance
  const [longText, setLongText] = useLongHosts(address)
  const [changing, setChanging] = useState(false)
  const text = view.hosts || longText || (view.host ?? '')
  const asked = useInSlices(useMemo(() => () => rowsOfText(text), [text])).value
  const submit = (next: string) => {
    const fits = `${new URLSearchParams([['hosts', next]])}`.length <= longestHostsText
    setLongText(fits ? '' : next)
    setChanging(false)
    onChange({ hosts: fits ? next : '', host: null, line: null }, 'push')
  }
  if (asked === null) return <Loading label={loading} lines={8} />
  if (asked.length === 0 || changing) {
    return (
      <>
        <PageTitle title={title} />
        <HostListForm initialText={text} onSubmit={submit} />
      </>
    )
  }
  return (
    <>
      {longText === '' ? null : <Notice>{pasted.tooLongForLink}</Notice>}
      <PastedHosts
        address={address}
        asked={asked}
        view={view}
        onChange={onChange}
        rail={rail}
        onChangeHosts={() => setChanging(true)}
        title={title}
      />
    </>
  )
}

interface PastedHostsProps extends PastedStepProps {
  /** The hosts to show, known by what was written alone. */
  readonly asked: readonly HostRow[]
  readonly onChangeHosts: () => void
}

function PastedHosts(props: PastedHostsProps) {
  const { address, asked, onChangeHosts, title } = props
  const { view, onChange, rail } = useAllHosts(props)
  const [following, setFollowing] = useState(false)
  const [isFileStep, setIsFileStep] = useState(false)
  // The host of the link is read first; choosing another later must not load everything again.
  const [firstKey] = useState(view.host)
  const source = useMemo(
    () => stepLogSource(address, logQuestion(putFirst(asked, firstKey))),
    [address, asked, firstKey],
  )
  // The transfer table asks by itself; asking here as well would be everything twice.
  const session = useLogSession(source, following && !isFileStep)
  const { state } = session
  if (state.logType === 'file' && !isFileStep) setIsFileStep(true)
  const rows = useInSlices(useMemo(() => () => rowsOfLogs(asked, state), [asked, state])).value ?? asked
  const [facts, learn] = useLogFacts()
  useEffect(() => learn(state), [state, learn])
  const choose = useChooseHost(onChange)
  const chosen = chooseRow(rows, useHostKey(rows, view.host, rail.view) ?? null)
  const lineHref = useLineHref(chosen?.row.key ?? null)
  if (state.logType === 'none') return <ConfirmStep address={address} detail={null} />
  const tools = (
    <PastedTools
      onChangeHosts={onChangeHosts}
      onRefresh={isFileStep ? null : () => session.reload()}
      following={following}
      onFollow={setFollowing}
    />
  )
  if (isFileStep) {
    return (
      <>
        {tools}
        <FileStep
          address={address}
          rows={asked}
          finished={!following}
          view={view}
          onChange={onChange}
          title={title}
        />
      </>
    )
  }
  return (
    <>
      <PageTitle title={title} host={chosen?.row.address ?? null} />
      {tools}
      {chosen === null ? null : (
        <Panes
          chosen={chosen.row.address}
          rail={(enterLog) => (
            <RailPart
              rows={rows}
              openedKey={chosen.row.key}
              query={rail}
              facts={facts}
              onOpen={(row) => choose(row.key)}
              onEnter={enterLog}
              fileName={`step-${address.stepInstanceId}-hosts`}
            />
          )}
          reader={
            <HostLog
              key={chosen.row.key}
              session={session}
              hostKey={chosen.row.key}
              address={chosen.row.address}
              unfinished={following}
              asked={view}
              onAskedChange={(change) => onChange({ ...change, host: chosen.row.key })}
              lineHref={lineHref}
            />
          }
        />
      )}
    </>
  )
}

/** The hosts of the link are all there are: among them they are no filter that could be taken away. */
function useAllHosts({ view, onChange, rail }: Pick<PastedStepProps, 'view' | 'onChange' | 'rail'>) {
  const changeView = useCallback<ChangeView>(
    ({ hosts: _, ...change }, how) => onChange(change, how),
    [onChange],
  )
  return useMemo(
    () => ({
      view: { ...view, hosts: '' },
      onChange: changeView,
      rail: {
        ...rail,
        view: { ...rail.view, hosts: '' },
        onChange: ({ hosts: _, ...change }: Partial<RailView>) => rail.onChange(change),
      },
    }),
    [view, changeView, rail],
  )
}

interface PastedToolsProps {
  readonly onChangeHosts: () => void
  /** `null` where what is below refreshes itself. */
  readonly onRefresh: (() => void) | null
  readonly following: boolean
  readonly onFollow: (following: boolean) => void
}

function PastedTools({ onChangeHosts, onRefresh, following, onFollow }: PastedToolsProps) {
  const pasted = usePastedMessages()
  const { common } = useMessages()
  return (
    <Tools>
      <Button variant="outlined" onClick={onChangeHosts}>
        {pasted.change}
      </Button>
      {onRefresh === null ? null : (
        <Button variant="outlined" onClick={onRefresh}>
          {common.refresh}
        </Button>
      )}
      <label>
        <input type="checkbox" checked={following} onChange={(event) => onFollow(event.target.checked)} />{' '}
        {pasted.follow}
      </label>
    </Tools>
  )
}

const Tools = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })
