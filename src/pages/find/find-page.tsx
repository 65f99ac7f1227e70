import { useMemo, useRef, useState } from 'react'
import { Navigate, useLocation } from 'react-router'
import { nodeManJobsPath } from '#contract'
import { useMessages } from '#i18n'
import { AppLink, forgetVisits, PageHeading, recentVisits, useAppHref, useAppNavigate, useTitle } from '#ui'
import { foreignAddress } from './foreign-address.ts'
import { Meaning } from './meaning.tsx'
import { understand } from './paste.ts'
import { PasteBox } from './paste-box.tsx'
import { RecentList } from './recent-list.tsx'
import { recentScopes } from './recent-scopes.ts'
import { ScopePicker } from './scope-picker.tsx'
import { Columns, Section } from './sections.tsx'
import { targetPath } from './target.ts'

/**
 * The start page, `/`. It also stands at the job platform's own addresses, whose links work when only the host name is
 * replaced: one that names everything leads on at once, one without a scope is looked for here.
 */
export function Page() {
  const { pathname, search, hash } = useLocation()
  const address = foreignAddress(pathname, search, hash)
  const understanding = understand(address)
  const path = understanding.kind === 'understood' ? targetPath(understanding.targets[0]) : null
  return path === null ? <FindScreen key={address} initialText={address} /> : <GoOn to={path} />
}

function GoOn({ to }: { readonly to: string }) {
  return <Navigate to={useAppHref(to)} replace />
}

interface FindScreenProps {
  /** The foreign address this page was opened at; empty on `/`. */
  readonly initialText: string
}

function FindScreen({ initialText }: FindScreenProps) {
  const { find } = useMessages()
  const navigate = useAppNavigate()
  const [text, setText] = useState(initialText)
  const [openedText, setOpenedText] = useState(initialText)
  const [visits, setVisits] = useState(recentVisits)
  const [knownScopes] = useState(() => recentScopes(visits))
  const meaning = useRef<HTMLDivElement>(null)
  const understanding = useMemo(() => understand(text), [text])
  useTitle([find.title])
  const handleOpen = () => {
    setOpenedText(text)
    if (understanding.kind !== 'understood') return
    const path = understanding.targets.length === 1 ? targetPath(understanding.targets[0]) : null
    if (path === null) meaning.current?.querySelector<HTMLElement>('a, button')?.focus()
    else navigate(path)
  }
  const handleForget = () => {
    forgetVisits()
    setVisits([])
  }
  return (
    <>
      <PageHeading title={find.title} />
      <Section>
        <PasteBox text={text} onChange={setText} onOpen={handleOpen} />
        <div ref={meaning}>
          <Meaning
            understanding={understanding}
            knownScopes={knownScopes}
            autoStart={text !== '' && text === openedText}
          />
        </div>
      </Section>
      <Columns>
        <Section aria-label={find.scopes}>
          <h2>{find.scopes}</h2>
          <ScopePicker lastScope={knownScopes[0] ?? null} />
          <p>
            <AppLink to={nodeManJobsPath}>{find.nodeManAll}</AppLink>
          </p>
        </Section>
        <Section aria-label={find.recents}>
          <h2>{find.recents}</h2>
          <RecentList visits={visits} onForget={handleForget} />
        </Section>
      </Columns>
    </>
  )
}
