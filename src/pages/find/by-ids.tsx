import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { capabilitiesQuery, useApi } from '#api'
import type { Capabilities, Scope } from '#contract'
import { useFindMessages } from '#i18n'
import { JobIdsForm } from './job-ids-form.tsx'
import { NodeManIdsForm } from './node-man-ids-form.tsx'

/** Asks just the ids that are needed, for whoever has them from elsewhere. */
export function ByIds({ lastScope }: { readonly lastScope: Scope | null }) {
  const find = useFindMessages()
  const { data } = useQuery(capabilitiesQuery(useApi()))
  const [wanted, setWanted] = useState<boolean | null>(null)
  const isOpen = wanted ?? leadsByIds(data)
  return (
    <Disclosure open={isOpen} onToggle={({ currentTarget }) => setWanted(currentTarget.open)}>
      <summary>{find.byIds}</summary>
      {isOpen ? (
        <>
          <p>{find.byIdsWhy}</p>
          <h2>{find.jobIds}</h2>
          <JobIdsForm initialScope={lastScope} />
          <h2>{find.nodeManIds}</h2>
          <NodeManIdsForm />
        </>
      ) : null}
    </Disclosure>
  )
}

/** Where only the specified calls may be there, nothing can be picked from: ids are the way in. */
function leadsByIds(capabilities: Capabilities | undefined): boolean {
  const generation = capabilities?.job?.generation
  return generation === 'esb' || generation === 'gateway-v4-ip-log'
}

const Disclosure = styled('details')(({ theme }) => ({
  marginTop: 12,
  '& > summary': { minHeight: 24, cursor: 'pointer', color: (theme.vars ?? theme).palette.primary.main },
  '& > h2': { ...theme.typography.h3, margin: '10px 0 4px' },
}))
