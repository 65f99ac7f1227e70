import { useId } from 'react'
import { type ScopeType, scopeTypes } from '#contract'
import { useFindMessages, useMessages } from '#i18n'
import { Field } from '../filter-fields.tsx'

export interface ScopeFieldsProps {
  readonly type: ScopeType
  readonly id: string
  readonly onType: (type: ScopeType) => void
  readonly onId: (id: string) => void
  /** Id of the element that says what is wrong with the scope id; not given when nothing is. */
  readonly complaintId?: string | undefined
}

/** Kind and number of a scope, as fields. */
export function ScopeFields({ type, id, onType, onId, complaintId }: ScopeFieldsProps) {
  const find = useFindMessages()
  const { common } = useMessages()
  const ids = { type: useId(), id: useId() }
  return (
    <>
      <Field as="div">
        <label htmlFor={ids.type}>{find.scopeType}</label>
        <select
          id={ids.type}
          value={type}
          onChange={({ target }) => onType(scopeTypes.find((one) => one === target.value) ?? 'biz')}
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
          value={id}
          aria-invalid={complaintId !== undefined}
          aria-describedby={complaintId}
          onChange={({ target }) => onId(target.value)}
        />
      </Field>
    </>
  )
}
