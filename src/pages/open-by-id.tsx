import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type FormEvent, useId, useState } from 'react'
import { useAppNavigate } from '#ui'
import { Complaint, Field } from './filter-fields.tsx'

export interface OpenByIdProps {
  readonly label: string
  readonly buttonLabel: string
  /** What an id looks like, said when the text is none. */
  readonly complaint: string
  /** Address of what the id names, without surrounding blanks; `null` when it is no id. */
  readonly pathOf: (id: string) => string | null
  /** `false` where an id may hold more than digits. */
  readonly numeric?: boolean
}

/** The way on where a deployment cannot list what there is to choose from (product, section 2). */
export function OpenById({ label, buttonLabel, complaint, pathOf, numeric = true }: OpenByIdProps) {
  const navigate = useAppNavigate()
  const id = useId()
  const [text, setText] = useState('')
  const [complained, setComplained] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const path = pathOf(text.trim())
    setComplained(path === null)
    if (path !== null) navigate(path)
  }
  return (
    <Row onSubmit={handleSubmit}>
      <Field as="div">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="search"
          inputMode={numeric ? 'numeric' : 'text'}
          maxLength={200}
          value={text}
          aria-invalid={complained}
          aria-describedby={complained ? `${id}-complaint` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="outlined">
        {buttonLabel}
      </Button>
      {complained ? (
        <Complaint id={`${id}-complaint`} role="alert">
          {complaint}
        </Complaint>
      ) : null}
    </Row>
  )
}

const Row = styled('form')({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8 })
