import Button from '@mui/material/Button'
import { type FormEvent, useId, useState } from 'react'
import {
  isDecimalId,
  type NodeManJobId,
  nodeManInstanceIdSchema,
  nodeManInstancePath,
  nodeManJobPath,
} from '#contract'
import { useFindMessages } from '#i18n'
import { useAppNavigate } from '#ui'
import { Field } from '../filter-fields.tsx'
import { FieldRow } from './sections.tsx'

/** Opens a node-man job or one host of it from nothing but ids. */
export function NodeManIdsForm() {
  const find = useFindMessages()
  const navigate = useAppNavigate()
  const [jobId, setJobId] = useState('')
  const [instanceId, setInstanceId] = useState('')
  const [complaint, setComplaint] = useState<'badJobId' | 'badInstanceId' | null>(null)
  const id = useId()
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const path = pathOf(jobId.trim(), instanceId.trim())
    setComplaint(path === 'badJobId' || path === 'badInstanceId' ? path : null)
    if (path.startsWith('/')) navigate(path)
  }
  return (
    <form onSubmit={handleSubmit} aria-label={find.nodeManIds}>
      <FieldRow>
        <Field as="div">
          <label htmlFor={`${id}-job`}>{find.nodeManJobWanted}</label>
          <input
            id={`${id}-job`}
            inputMode="numeric"
            value={jobId}
            onChange={({ target }) => setJobId(target.value)}
          />
        </Field>
        <Field as="div">
          <label htmlFor={`${id}-instance`}>{find.instanceId}</label>
          <input
            id={`${id}-instance`}
            placeholder={find.instanceExample}
            value={instanceId}
            onChange={({ target }) => setInstanceId(target.value)}
          />
        </Field>
        <Button type="submit" variant="outlined">
          {find.open}
        </Button>
      </FieldRow>
      {complaint === null ? null : <p role="alert">{find[complaint]}</p>}
    </form>
  )
}

function pathOf(job: string, instance: string): `/${string}` | 'badJobId' | 'badInstanceId' {
  if (!isDecimalId(job)) return 'badJobId'
  const jobId = job as NodeManJobId
  if (instance === '') return nodeManJobPath(jobId) as `/${string}`
  const parsed = nodeManInstanceIdSchema.safeParse(instance)
  return parsed.success ? (nodeManInstancePath(jobId, parsed.data) as `/${string}`) : 'badInstanceId'
}
