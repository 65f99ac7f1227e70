import { styled } from '@mui/material/styles'
import { useId, useState } from 'react'
import { useLinksMessages } from '#i18n'
import { PageHeading, useTitle } from '#ui'
import { Field } from '../filter-fields.tsx'
import { buildLink } from './build-link.ts'
import { LinkField } from './link-field.tsx'
import {
  type FieldName,
  fieldsOf,
  type LinkKind,
  type LinkValues,
  linkKinds,
  noValues,
} from './link-kinds.ts'
import { LinkResult } from './link-result.tsx'

/** `/links`: a form that becomes a link, for people who build notifications (docs/links.md). */
export function Page() {
  const words = useLinksMessages()
  const id = useId()
  const [kind, setKind] = useState<LinkKind>('step-instance')
  // What was typed stays when another kind is chosen: most share their ids.
  const [values, setValues] = useState<LinkValues>({ ...noValues, scopeType: 'biz' })
  const built = buildLink(kind, values)
  const complaintOf = (name: FieldName) => ('complaints' in built ? built.complaints[name] : undefined)
  useTitle([words.title])
  return (
    <>
      <PageHeading title={words.title} />
      <Intro>{words.intro}</Intro>
      <KindField as="div">
        <label htmlFor={id}>{words.opens}</label>
        <select id={id} value={kind} onChange={({ target }) => setKind(toKind(target.value))}>
          {linkKinds.map((one) => (
            <option key={one} value={one}>
              {words.kinds[one]}
            </option>
          ))}
        </select>
      </KindField>
      <Fields aria-label={words.kinds[kind]}>
        {fieldsOf[kind].map((name) => (
          <LinkField
            key={name}
            name={name}
            value={values[name]}
            onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
            complaint={complaintOf(name)}
          />
        ))}
      </Fields>
      <LinkResult kind={kind} values={values} built={built} />
    </>
  )
}

function toKind(value: string): LinkKind {
  return linkKinds.find((one) => one === value) ?? 'step-instance'
}

const KindField = styled(Field)({ maxWidth: 420, '& select': { width: '100%' } })

const Intro = styled('p')({ margin: 0, maxWidth: '90ch' })

const Fields = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
  alignItems: 'start',
  gap: '10px 16px',
})
