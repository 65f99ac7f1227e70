import { useMemo } from 'react'
import { jobInstancesPath, nodeManJobsPath, type Scope } from '#contract'
import { useFindMessages } from '#i18n'
import { AppLink } from '#ui'
import type { HostList } from '../host-list.ts'
import { HostNotes } from '../host-notes.tsx'
import { useScopeWords } from '../scope-name.ts'
import { JobIdsForm } from './job-ids-form.tsx'
import { Needs, PlainList } from './sections.tsx'
import { useListsNodeManJobs, useWasRefused } from './use-lists.ts'

export interface HostsChoiceProps {
  readonly hosts: HostList
  /** Scopes used before, newest first. */
  readonly knownScopes: readonly Scope[]
}

/** Hosts were pasted: what ran on one, or their logs in a step whose ids are asked for. */
export function HostsChoice({ hosts, knownScopes }: HostsChoiceProps) {
  const find = useFindMessages()
  const sayScope = useScopeWords()
  const address = onlyAddress(hosts)
  const [wasRefused, listsNodeManJobs] = [useWasRefused('job-instances'), useListsNodeManJobs()]
  const text = useMemo(() => hosts.keys.join(', '), [hosts])
  return (
    <Needs>
      <HostNotes list={hosts} />
      {address === null ? null : (
        <PlainList>
          {(wasRefused || !/^[\d.]+$/.test(address) ? [] : knownScopes.slice(0, 3)).map((scope) => (
            <li key={`${scope.type} ${scope.id}`}>
              <AppLink to={`${jobInstancesPath(scope)}?ip=${address}`}>
                {find.ranOn(address, sayScope(scope))}
              </AppLink>
            </li>
          ))}
          {listsNodeManJobs === true ? (
            <li>
              <AppLink to={`${nodeManJobsPath}?ip=${encodeURIComponent(address)}`}>
                {find.nodeManOn(address)}
              </AppLink>
            </li>
          ) : null}
        </PlainList>
      )}
      <h2>{find.hostsOfStep}</h2>
      <p>{find.hostsOfStepWhy}</p>
      <JobIdsForm initialScope={knownScopes[0] ?? null} initialHosts={text} />
    </Needs>
  )
}

/** The address, without its cloud area, when exactly one host is named by one: filters of lists take no more. */
function onlyAddress({ keys }: HostList): string | null {
  const [key] = keys
  if (key === undefined || keys.length > 1) return null
  return /^\d+:(?!.*container)(.+)$/.exec(key)?.[1] ?? null
}
