import Button from '@mui/material/Button'
import { type FormEvent, useId, useState } from 'react'
import { isDecimalId, type Scope, type ScopeId, type ScopeType, scopeTypes } from '#contract'
import { useMessages } from '#i18n'
import { Field } from '../filter-fields.tsx'
import { FieldRow } from './sections.tsx'

export interface ScopeFormProps {
  readonly initialScope: Scope | null
  readonly onChoose: (scope: Scope) => void
}

/** A scope typed by hand, where the deployment cannot list them. */
export function ScopeForm({ initialScope, onChoose }: ScopeFormProps) {
  const { find, common } = useMessages()
  const [type, setType] = useState<ScopeType>(initialScope?.type ?? 'biz')
  const [scopeId, setScopeId] = useState<string>(initialScope?.id ?? '')
  const [refused, setRefused] = useState(false)
  const ids = { type: useId(), id: useId(), error: useId() }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const text = scopeId.trim()
    const valid = isDecimalId(text)
    setRefused(!valid)
    if (valid) onChoose({ type, id: text as ScopeId })
  }
  return (
    <form onSubmit={handleSubmit}>
      <FieldRow>
        <Field as="div">
          <label htmlFor={ids.type}>{find.scopeType}</label>
          <select
            id={ids.type}
            value={type}
            onChange={({ target }) => setType(scopeTypes.find((one) => one === target.value) ?? 'biz')}
          >
            {scopeTypes.map((one) => (
              <option key={one} value={one}>
                {common.scopeType[one]}
              </option>
            ))}
          </select>
        </Field>
        <Field as="div">
          <label htmlFor={ids.id}>{find.scopeId}</label>
          <input
            id={ids.id}
            inputMode="numeric"
            value={scopeId}
            aria-invalid={refused}
            aria-describedby={refused ? ids.error : undefined}
            onChange={({ target }) => setScopeId(target.value)}
          />
        </Field>
        <Button type="submit" variant="outlined">
          {find.open}
        </Button>
      </FieldRow>
      {refused ? (
        <p id={ids.error} role="alert">
          {find.badScopeId}
        </p>
      ) : null}
    </form>
  )
}
