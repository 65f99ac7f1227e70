import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { scopesQuery, useApi } from '#api'
import type { Scope } from '#contract'
import { useFindMessages } from '#i18n'
import { JobIdsForm } from './job-ids-form.tsx'
import { NodeManIdsForm } from './node-man-ids-form.tsx'

/** Asks just the ids that are needed; open by itself where the deployment cannot list scopes. */
export function ByIds({ lastScope }: { readonly lastScope: Scope | null }) {
  const find = useFindMessages()
  const { data } = useQuery(scopesQuery(useApi()))
  const [isOpen, setOpen] = useState(false)
  const cannotList = data?.scopes === null
  useEffect(() => {
    if (cannotList) setOpen(true)
  }, [cannotList])
  return (
    <Disclosure open={isOpen} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{find.byIds}</summary>
      <p>{find.byIdsWhy}</p>
      <h3>{find.jobIds}</h3>
      <JobIdsForm initialScope={lastScope} />
      <h3>{find.nodeManIds}</h3>
      <NodeManIdsForm />
    </Disclosure>
  )
}

const Disclosure = styled('details')(({ theme }) => ({
  marginTop: 12,
  '& > summary': { minHeight: 24, cursor: 'pointer', color: (theme.vars ?? theme).palette.primary.main },
  '& > h3': { ...theme.typography.h3, margin: '10px 0 4px' },
}))
