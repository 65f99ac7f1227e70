import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useMemo, useState } from 'react'
import { type LogSessionState, type StepAddress, stepLogSource, useLogSession } from '#api'
import { useMessages } from '#i18n'
import { chooseRow, useChooseHost, useHostKey } from './chosen-host.ts'
import { ConfirmStep } from './confirm-step.tsx'
import { FileStep } from './file-step.tsx'
import { hostOfKey, readHostList } from './host-list.ts'
import { HostListForm } from './host-list-form.tsx'
import { HostLog } from './host-log.tsx'
import { HostRail } from './host-rail.tsx'
import { type HostRow, rowOfObject } from './host-rows.ts'
import { logQuestion } from './log-question.ts'
import { Notice } from './notice.tsx'
import { PageTitle } from './page-title.tsx'
import { Panes } from './panes.tsx'
import { longestHostsText, type StepInstanceView } from './url.ts'
import { useLineHref } from './use-line-href.ts'
import type { ChangeView } from './use-step-view.ts'

interface PastedStepProps {
  readonly address: StepAddress
  readonly view: StepInstanceView
  readonly onChange: ChangeView
  /** Window title, without the host. */
  readonly title: readonly string[]
}

/** A step of a deployment that has only the log call: the reader names the hosts, the rest follows. */
export function PastedStep({ address, view, onChange, title }: PastedStepProps) {
  const { pasted } = useMessages().stepInstance
  const [longText, setLongText] = useState('')
  const [changing, setChanging] = useState(false)
  const text = view.hosts || longText || (view.host ?? '')
  const keys = useMemo(() => readHostList(text).keys, [text])
  const submit = (next: string) => {
    const fits = next.length <= longestHostsText
    setLongText(fits ? '' : next)
    setChanging(false)
    onChange({ hosts: fits ? next : '', host: null, line: null }, 'push')
  }
  if (keys.length === 0 || changing) {
    return (
      <>
        <PageTitle parts={title} />
        <HostListForm initialText={text} onSubmit={submit} />
      </>
    )
  }
  return (
    <>
      {longText === '' ? null : <Notice>{pasted.tooLongForLink}</Notice>}
      <PastedHosts
        address={address}
        keys={keys}
        view={view}
        onChange={onChange}
        onChangeHosts={() => setChanging(true)}
        title={title}
      />
    </>
  )
}

interface PastedHostsProps extends PastedStepProps {
  readonly keys: readonly string[]
  readonly onChangeHosts: () => void
}

function PastedHosts({ address, keys, view, onChange, onChangeHosts, title }: PastedHostsProps) {
  const { pasted } = useMessages().stepInstance
  const { refresh } = useMessages().common
  const [following, setFollowing] = useState(false)
  const asked = useMemo(() => keys.map((key) => rowOfObject(key, hostOfKey(key))), [keys])
  const source = useMemo(() => stepLogSource(address, logQuestion(asked)), [address, asked])
  const session = useLogSession(source, following)
  const { state } = session
  const rows = useMemo(() => rowsOfLogs(asked, state), [asked, state])
  const choose = useChooseHost(onChange)
  const chosen = chooseRow(rows, useHostKey(rows, view.host))
  const lineHref = useLineHref(chosen?.row.key ?? null)
  if (state.logType === 'none') return <ConfirmStep detail={null} />
  if (state.logType === 'file') {
    return (
      <FileStep
        address={address}
        rows={asked}
        finished={!following}
        view={view}
        onChange={onChange}
        title={title}
      />
    )
  }
  return (
    <>
      <PageTitle parts={[chosen?.row.address ?? null, ...title]} />
      <Tools>
        <Button variant="outlined" onClick={onChangeHosts}>
          {pasted.change}
        </Button>
        <Button variant="outlined" onClick={() => session.reload()}>
          {refresh}
        </Button>
        <label>
          <input
            type="checkbox"
            checked={following}
            onChange={(event) => setFollowing(event.target.checked)}
          />{' '}
          {pasted.follow}
        </label>
      </Tools>
      {chosen === null ? null : (
        <Panes
          chosen={chosen.row.address}
          rail={(enterLog) => (
            <HostRail
              rows={rows}
              selectedKey={chosen.row.key}
              text={view.filter}
              status={view.status}
              onFilter={onChange}
              onSelect={(row) => choose(row.key)}
              onEnter={enterLog}
            />
          )}
          reader={
            <HostLog
              key={chosen.row.key}
              session={session}
              hostKey={chosen.row.key}
              address={chosen.row.address}
              unfinished={following}
              line={view.line}
              onLineChange={(line) => onChange({ line, host: chosen.row.key })}
              lineHref={lineHref}
            />
          }
        />
      )}
    </>
  )
}

/** What the answers tell about the hosts asked for: better names, and whether there is a log. */
function rowsOfLogs(asked: readonly HostRow[], state: LogSessionState): readonly HostRow[] {
  const failed = new Set(state.failures.flatMap(({ keys }) => keys))
  return asked.map(({ key, executeObject }) => {
    const entry = state.logs.get(key)
    if (entry !== undefined) return rowOfObject(key, entry.frame.executeObject, 'here')
    if (failed.has(key)) return rowOfObject(key, executeObject, 'failed')
    return rowOfObject(key, executeObject, state.missing.has(key) ? 'missing' : null)
  })
}

const Tools = styled('div')({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 8 })
