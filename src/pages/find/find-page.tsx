import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import { capabilitiesQuery, useApi } from '#api'
import { nodeManJobsPath } from '#contract'
import { useFindMessages } from '#i18n'
import { AppLink, PageHeading, Redirect, recentVisits, useAppHref, useAppNavigate, useTitle } from '#ui'
import { ByIds } from './by-ids.tsx'
import { foreignAddress } from './foreign-address.ts'
import { Kept } from './kept.tsx'
import { type ChoicesHandle, Meaning } from './meaning.tsx'
import { type Understanding, understand } from './paste.ts'
import { PasteBox } from './paste-box.tsx'
import { recentScopes } from './recent-scopes.ts'
import { ScopePicker } from './scope-picker.tsx'
import { Columns, Section } from './sections.tsx'
import { targetPath } from './target.ts'
import { useListsNodeManJobs, useWasRefused } from './use-lists.ts'

interface PageProps {
  /** What is shown at an address that nobody knows; this page when left out. */
  readonly otherwise?: ReactNode
}

/**
 * The start page, `/`. It also stands at the job platform's own addresses, whose links work when only the host name is
 * replaced: one that names everything leads on at once, one without a scope is looked for here.
 */
export function Page({ otherwise }: PageProps) {
  const { pathname, search, hash } = useLocation()
  const address = foreignAddress(pathname, search, hash)
  const understanding = understand(address)
  if (otherwise !== undefined && isUnknown(understanding)) return otherwise
  const path = understanding.kind === 'understood' ? targetPath(understanding.targets[0]) : null
  return path === null ? <FindScreen key={address} initialText={address} /> : <GoOn to={path} />
}

function GoOn({ to }: { readonly to: string }) {
  return <Redirect to={useAppHref(to)} />
}

interface FindScreenProps {
  /** The foreign address this page was opened at; empty on `/`. */
  readonly initialText: string
}

function FindScreen({ initialText }: FindScreenProps) {
  const find = useFindMessages()
  const navigate = useAppNavigate()
  const [text, setText] = useState(initialText)
  const [openedText, setOpenedText] = useState(initialText)
  const [knownScopes] = useState(() => recentScopes(recentVisits()))
  const choices = useRef<ChoicesHandle>(null)
  const box = useRef<HTMLDivElement>(null)
  const understanding = useMemo(() => understand(text), [text])
  useTitle([find.title])
  const path = pathToOpen(understanding)
  const handleOpen = () => {
    setOpenedText(text)
    if (path === null) choices.current?.focusFirst()
    else navigate(path)
  }
  return (
    <>
      <PageHeading title={find.title} />
      <Section ref={box}>
        <PasteBox
          text={text}
          onChange={setText}
          onOpen={handleOpen}
          onDown={() => choices.current?.focusFirst()}
          hint={
            understanding.kind === 'understood'
              ? path === null
                ? find.enterChooses
                : find.enterOpens
              : find.pasteHint
          }
        />
        <Meaning
          ref={choices}
          understanding={understanding}
          knownScopes={knownScopes}
          autoStart={text !== '' && text === openedText}
          onLeave={() => box.current?.querySelector('textarea')?.focus()}
        />
        <ByIds lastScope={knownScopes[0] ?? null} />
        <p>
          <AppLink to="/links">{find.buildLink}</AppLink>
        </p>
      </Section>
      <Columns>
        <Kept />
        <Section aria-label={find.scopes}>
          <h2>{find.scopes}</h2>
          <ListDoubt />
          <ScopePicker lastScope={knownScopes[0] ?? null} />
          <NodeManJobs />
        </Section>
      </Columns>
    </>
  )
}

/** The list of node-man jobs, where this deployment has one; until that is known nothing is promised. */
function NodeManJobs() {
  const find = useFindMessages()
  const isListed = useListsNodeManJobs()
  if (isListed === null) return null
  return <p>{isListed ? <AppLink to={nodeManJobsPath}>{find.nodeManAll}</AppLink> : find.nodeManNotListed}</p>
}

/** Said where the jobs of a scope may not be listed: the specification of this generation names log calls alone. */
function ListDoubt() {
  const find = useFindMessages()
  const { data } = useQuery(capabilitiesQuery(useApi()))
  const wasRefused = useWasRefused('job-instances')
  if (wasRefused) return <p>{find.jobsRefused}</p>
  return data?.job?.generation === 'gateway-v4-ip-log' ? <p>{find.jobsDoubtful}</p> : null
}

/** No shape of anybody's; one with something wrong in it is worth saying what. */
function isUnknown(understanding: Understanding): boolean {
  return understanding.kind === 'unclear' && understanding.unclear.reason !== 'bad-id'
}

/** Where Enter leads; null when something has to be chosen first. */
function pathToOpen(understanding: Understanding): string | null {
  if (understanding.kind !== 'understood' || understanding.targets.length > 1) return null
  return targetPath(understanding.targets[0])
}
