import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { type FormEvent, useId, useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { nodeManJobPath } from '#contract'
import { useMessages } from '#i18n'
import { withStickySearch } from '#ui'
import { Complaint, Field } from '../filter-fields.tsx'
import { toNodeManJobId } from './url.ts'

/** The way in where jobs cannot be listed, and the short way where they can (bk-nodeman B1). */
export function OpenById() {
  const { nodeMan: words } = useMessages()
  const navigate = useNavigate()
  const { search } = useLocation()
  const id = useId()
  const [text, setText] = useState('')
  const [complained, setComplained] = useState(false)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    const jobId = toNodeManJobId(text)
    setComplained(jobId === null)
    if (jobId !== null) void navigate(withStickySearch(nodeManJobPath(jobId), search))
  }
  return (
    <Row onSubmit={handleSubmit}>
      <Field as="div">
        <label htmlFor={id}>{words.openById}</label>
        <input
          id={id}
          type="search"
          inputMode="numeric"
          maxLength={40}
          value={text}
          aria-invalid={complained}
          aria-describedby={complained ? `${id}-complaint` : undefined}
          onChange={(event) => setText(event.target.value)}
        />
      </Field>
      <Button type="submit" variant="outlined">
        {words.open}
      </Button>
      {complained ? (
        <Complaint id={`${id}-complaint`} role="alert">
          {words.badJobId}
        </Complaint>
      ) : null}
    </Row>
  )
}

const Row = styled('form')({ display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: 8 })
