import { styled } from '@mui/material/styles'
import { useState } from 'react'
import type { Scope } from '#contract'
import { useFindMessages } from '#i18n'
import { JobIdsForm } from './job-ids-form.tsx'
import { NodeManIdsForm } from './node-man-ids-form.tsx'

/** Asks just the ids that are needed, for whoever has them from elsewhere. */
export function ByIds({ lastScope }: { readonly lastScope: Scope | null }) {
  const find = useFindMessages()
  const [isOpen, setOpen] = useState(false)
  return (
    <Disclosure onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{find.byIds}</summary>
      {isOpen ? (
        <>
          <p>{find.byIdsWhy}</p>
          <h3>{find.jobIds}</h3>
          <JobIdsForm initialScope={lastScope} />
          <h3>{find.nodeManIds}</h3>
          <NodeManIdsForm />
        </>
      ) : null}
    </Disclosure>
  )
}

const Disclosure = styled('details')(({ theme }) => ({
  marginTop: 12,
  '& > summary': { minHeight: 24, cursor: 'pointer', color: (theme.vars ?? theme).palette.primary.main },
  '& > h3': { ...theme.typography.h3, margin: '10px 0 4px' },
}))
