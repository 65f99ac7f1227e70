import Button from '@mui/material/Button'
import { type FormEvent, useId, useState } from 'react'
import { isDecimalId, type NodeManInstanceId, type NodeManJobId, nodeManInstancePath } from '#contract'
import { useFindMessages } from '#i18n'
import { useAppNavigate } from '#ui'
import { Field } from '../filter-fields.tsx'
import { FieldRow } from './sections.tsx'

export interface NodeManJobFormProps {
  readonly instanceId: NodeManInstanceId
}

/** Asks which node-man job an instance id alone belongs to. */
export function NodeManJobForm({ instanceId }: NodeManJobFormProps) {
  const find = useFindMessages()
  const navigate = useAppNavigate()
  const [jobId, setJobId] = useState('')
  const [refused, setRefused] = useState(false)
  const ids = { field: useId(), error: useId() }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const text = jobId.trim()
    const valid = isDecimalId(text)
    setRefused(!valid)
    if (!valid) return
    const path = nodeManInstancePath(text as NodeManJobId, instanceId)
    navigate(path)
  }
  return (
    <form onSubmit={handleSubmit}>
      <p>{find.nodeManJobWhy}</p>
      <FieldRow>
        <Field as="div">
          <label htmlFor={ids.field}>{find.nodeManJobWanted}</label>
          <input
            id={ids.field}
            inputMode="numeric"
            value={jobId}
            aria-invalid={refused}
            aria-describedby={refused ? ids.error : undefined}
            onChange={({ target }) => setJobId(target.value)}
          />
        </Field>
        <Button type="submit" variant="outlined">
          {find.open}
        </Button>
      </FieldRow>
      {refused ? (
        <p id={ids.error} role="alert">
          {find.badJobId}
        </p>
      ) : null}
    </form>
  )
}
