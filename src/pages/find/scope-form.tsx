import Button from '@mui/material/Button'
import { type FormEvent, useId, useState } from 'react'
import { isDecimalId, type Scope, type ScopeId, type ScopeType } from '#contract'
import { useFindMessages } from '#i18n'
import { ScopeFields } from './scope-fields.tsx'
import { FieldRow } from './sections.tsx'

export interface ScopeFormProps {
  readonly initialScope: Scope | null
  readonly onChoose: (scope: Scope) => void
}

/** A scope typed by hand, where the deployment cannot list them. */
export function ScopeForm({ initialScope, onChoose }: ScopeFormProps) {
  const find = useFindMessages()
  const [type, setType] = useState<ScopeType>(initialScope?.type ?? 'biz')
  const [scopeId, setScopeId] = useState<string>(initialScope?.id ?? '')
  const [refused, setRefused] = useState(false)
  const errorId = useId()
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
        <ScopeFields
          type={type}
          id={scopeId}
          onType={setType}
          onId={setScopeId}
          complaintId={refused ? errorId : undefined}
        />
        <Button type="submit" variant="outlined">
          {find.open}
        </Button>
      </FieldRow>
      {refused ? (
        <p id={errorId} role="alert">
          {find.badScopeId}
        </p>
      ) : null}
    </form>
  )
}
