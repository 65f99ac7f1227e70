import { styled } from '@mui/material/styles'
import { useId } from 'react'
import { useLinksMessages, useMessages } from '#i18n'
import { Complaint, Field } from '../filter-fields.tsx'
import { choiceWords } from './choice-words.ts'
import { type Complaint as ComplaintKind, writeField } from './field-value.ts'
import { choicesOf, type FieldName, isChoice, parameterOf } from './link-kinds.ts'

export interface LinkFieldProps {
  readonly name: FieldName
  readonly value: string
  readonly onChange: (value: string) => void
  readonly complaint: ComplaintKind | undefined
}

/** One field, with the parameter it becomes beside its label. */
export function LinkField({ name, value, onChange, complaint }: LinkFieldProps) {
  const words = useLinksMessages()
  const messages = useMessages()
  const id = useId()
  const hints: Readonly<Partial<Record<FieldName, string>>> = words.hints
  const hint = hints[name]
  const described = [hint === undefined ? '' : `${id}-hint`, complaint === undefined ? '' : `${id}-complaint`]
  const written = writeField(name, value)
  const becomes = 'text' in written && written.text !== value.trim() ? written.text : null
  return (
    <Box as="div">
      <label htmlFor={id}>
        {words.fields[name]} <code>{parameterOf[name]}</code>
      </label>
      {isChoice(name) ? (
        <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
          {choicesOf[name].map((one) => (
            <option key={one} value={one}>
              {choiceWords(name, one, words, messages)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          value={value}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => onChange(target.value)}
          aria-invalid={complaint !== undefined}
          aria-describedby={described.join(' ').trim() || undefined}
        />
      )}
      {hint === undefined ? null : <small id={`${id}-hint`}>{hint}</small>}
      {becomes === null ? null : (
        <small role="status">{words.becomes(`${parameterOf[name]}=${becomes}`)}</small>
      )}
      {complaint === undefined ? null : (
        <Complaint id={`${id}-complaint`} role="alert">
          {words.complaints[complaint]}
        </Complaint>
      )}
    </Box>
  )
}

const Box = styled(Field)(({ theme }) => ({
  '& input, & select': { width: '100%' },
  '& code': { fontSize: '0.75rem' },
  '& small': { color: (theme.vars ?? theme).palette.text.secondary },
}))
