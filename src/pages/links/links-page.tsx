import { styled } from '@mui/material/styles'
import { useState } from 'react'
import { useLinksMessages } from '#i18n'
import { PageHeading, SelectField, useTitle } from '#ui'
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
  const [kind, setKind] = useState<LinkKind>('step-instance')
  // What was typed stays when another kind is chosen: most share their ids.
  const [values, setValues] = useState<LinkValues>({ ...noValues, scopeType: 'biz' })
  const built = buildLink(kind, values)
  const complaintOf = (name: FieldName) => ('complaints' in built ? built.complaints[name] : undefined)
  useTitle([words.title])
  return (
    <>
      <PageHeading title={words.title} />
      <p>{words.intro}</p>
      <SelectField
        label={words.opens}
        value={kind}
        options={linkKinds.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={setKind}
      />
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

const Fields = styled('section')({
  display: 'grid',
  gridTemplateColumns: 'repeat(auto-fill, minmax(min(220px, 100%), 1fr))',
  alignItems: 'start',
  gap: '10px 16px',
})
