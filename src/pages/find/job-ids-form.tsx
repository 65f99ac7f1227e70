import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type FormEvent, useId, useMemo, useState } from 'react'
import type { JobInstanceId, Scope } from '#contract'
import { useFindMessages } from '#i18n'
import { useAppNavigate } from '#ui'
import { Field } from '../filter-fields.tsx'
import { readHostList } from '../host-list.ts'
import { HostNotes } from '../host-notes.tsx'
import { type JobIds, type JobIdsComplaint, pathOfIds } from './job-ids.ts'
import { ScopeFields } from './scope-fields.tsx'
import { FieldRow } from './sections.tsx'

export interface JobIdsFormProps {
  readonly initialScope: Scope | null
  readonly initialId?: JobInstanceId
  readonly initialHosts?: string
}

/** Opens a job instance or a step of one from nothing but ids, and hosts where nobody can list them. */
export function JobIdsForm({ initialScope, initialId, initialHosts = '' }: JobIdsFormProps) {
  const find = useFindMessages()
  const navigate = useAppNavigate()
  const [ids, setIds] = useState<JobIds>({
    scopeType: initialScope?.type ?? 'biz',
    scopeId: initialScope?.id ?? '',
    jobInstanceId: initialId ?? '',
    stepInstanceId: '',
    hosts: initialHosts,
  })
  // Other hosts were pasted: the ids typed meanwhile stay.
  const [pastedHosts, setPastedHosts] = useState(initialHosts)
  if (pastedHosts !== initialHosts) {
    setPastedHosts(initialHosts)
    setIds({ ...ids, hosts: initialHosts })
  }
  const [complaint, setComplaint] = useState<JobIdsComplaint | null>(null)
  const id = useId()
  const change = (changed: Partial<JobIds>) => setIds((before) => ({ ...before, ...changed }))
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const path = pathOfIds(ids)
    setComplaint(typeof path === 'string' ? null : path.complaint)
    if (typeof path === 'string') navigate(path)
  }
  // Once a list, not with every digit typed in the other fields.
  const hosts = useMemo(() => readHostList(ids.hosts), [ids.hosts])
  return (
    <form onSubmit={handleSubmit} aria-label={find.jobIds}>
      <FieldRow>
        <ScopeFields
          type={ids.scopeType}
          id={ids.scopeId}
          onType={(scopeType) => change({ scopeType })}
          onId={(scopeId) => change({ scopeId })}
          complaintId={complaint === 'badScopeId' ? `${id}-complaint` : undefined}
        />
        {(['jobInstanceId', 'stepInstanceId'] as const).map((name) => (
          <Field as="div" key={name}>
            <label htmlFor={`${id}-${name}`}>{find[name]}</label>
            <input
              id={`${id}-${name}`}
              inputMode="numeric"
              value={ids[name]}
              onChange={({ target }) => change({ [name]: target.value })}
            />
          </Field>
        ))}
        <Hosts as="div">
          <label htmlFor={`${id}-hosts`}>{find.hostsLabel}</label>
          <textarea
            id={`${id}-hosts`}
            rows={2}
            spellCheck={false}
            placeholder={find.hostsExample}
            value={ids.hosts}
            onChange={({ target }) => change({ hosts: target.value })}
          />
        </Hosts>
        <Button type="submit" variant="outlined">
          {find.open}
        </Button>
      </FieldRow>
      {ids.hosts.trim() === '' ? null : <p role="status">{find.hosts(hosts.keys.length)}</p>}
      <HostNotes list={hosts} />
      {complaint === null ? null : (
        <p id={`${id}-complaint`} role="alert">
          {find[complaint]}
        </p>
      )}
    </form>
  )
}

const Hosts = styled(Field)(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    flex: '1 1 240px',
    '& textarea': {
      font: 'inherit',
      boxSizing: 'border-box',
      width: '100%',
      minHeight: 32,
      padding: '5px 8px',
      color: palette.text.primary,
      backgroundColor: palette.background.paper,
      border: `1px solid color-mix(in srgb, ${palette.text.secondary} 75%, transparent)`,
      borderRadius: 6,
      resize: 'vertical',
    },
    '& textarea::placeholder': { color: palette.text.secondary, opacity: 1 },
  }
})
