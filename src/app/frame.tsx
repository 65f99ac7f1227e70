import { styled } from '@mui/material/styles'
import { useQuery } from '@tanstack/react-query'
import { type MouseEvent, Suspense, use, useDeferredValue } from 'react'
import { matchPath, Outlet, useLocation } from 'react-router'
import { capabilitiesQuery, useApi } from '#api'
import { useMessages } from '#i18n'
import { AppLink, Loading, readPreferences } from '#ui'
import { Comforts } from './comforts.tsx'
import { CrashBoundary } from './crash.tsx'
import { LineContext } from './line-context.ts'
import { SignInWatch } from './sign-in-watch.tsx'
import { StarToggle } from './star-toggle.tsx'
import { useFocusOnArrival } from './use-focus-on-arrival.ts'
import { useRememberedVisits } from './visits.ts'
import { WatchButton } from './watch-button.tsx'

/** What stands around every page: skip link, banner, the page itself. */
export function Frame() {
  const { app, common } = useMessages()
  const { pathname } = useLocation()
  useRememberedVisits()
  useFocusOnArrival()
  // What stands around the page comes first, so that a slow processor does not put both there in one task.
  const hasPage = useDeferredValue(true, false)
  return (
    <Shell data-region="shell">
      <SkipLink href="#content" onClick={skip}>
        {app.skipToContent}
      </SkipLink>
      <Banner />
      <CrashBoundary isPart>
        <SignInWatch />
        <Suspense>{use(LineContext)}</Suspense>
      </CrashBoundary>
      <Main id="content" tabIndex={-1}>
        <CrashBoundary key={pageOf(pathname)} place={pathname}>
          <Suspense fallback={<Loading label={common.loading} />}>{hasPage ? <Outlet /> : null}</Suspense>
        </CrashBoundary>
      </Main>
    </Shell>
  )
}

/** Hosts of a node-man job are one page, whose list of them stays; any other path is a page of its own. */
function pageOf(pathname: string): string {
  return pathname.replace(/^(\/node-man\/jobs\/\d+\/instances\/).*/, '$1')
}

/** The address is a link to what is shown (docs/links.md): it gets no fragment, and the way back no step. */
function skip(event: MouseEvent): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}

function Banner() {
  const { app } = useMessages()
  const { data: capabilities } = useQuery(capabilitiesQuery(useApi()))
  const sandbox = capabilities?.job?.sandbox === true || capabilities?.nodeMan?.sandbox === true
  return (
    <Header role="banner" data-region="header">
      <HomeLink to="/">{app.productName}</HomeLink>
      <nav aria-label={app.mainNavigation}>
        <NavLinks nodeManOffered={capabilities?.nodeMan !== null} jobsOffered={capabilities?.job !== null} />
      </nav>
      {sandbox ? <SandboxBadge title={app.sandboxMeaning}>{app.sandbox}</SandboxBadge> : null}
      {capabilities?.actAs == null ? null : <Badge>{app.actingAs(capabilities.actAs)}</Badge>}
      <Spacer />
      <StarToggle />
      {/* What they fetch may not come: the page stays. */}
      <CrashBoundary isPart>
        <WatchButton />
        <Comforts />
      </CrashBoundary>
    </Header>
  )
}

interface NavLinksProps {
  readonly jobsOffered: boolean
  readonly nodeManOffered: boolean
}

function NavLinks({ jobsOffered, nodeManOffered }: NavLinksProps) {
  const { app } = useMessages()
  const { pathname } = useLocation()
  const { lastScope } = readPreferences()
  const onJobs = matchPath('/:scopeType/:scopeId/job-instances/*', pathname) !== null
  const onNodeMan = pathname.startsWith('/node-man/')
  return (
    <>
      {jobsOffered ? (
        <NavLink
          to={lastScope === null ? '/' : `/${lastScope}/job-instances`}
          aria-current={onJobs ? 'page' : undefined}
        >
          {app.jobs}
        </NavLink>
      ) : null}
      {nodeManOffered ? (
        <NavLink to="/node-man/jobs" aria-current={onNodeMan ? 'page' : undefined}>
          {app.nodeMan}
        </NavLink>
      ) : null}
    </>
  )
}

const Shell = styled('div')({
  // The page may fill the window exactly and scroll inside itself, or grow and scroll the window.
  minHeight: '100dvh',
  display: 'flex',
  flexDirection: 'column',
})

const SkipLink = styled('a')(({ theme }) => ({
  position: 'absolute',
  zIndex: theme.zIndex.tooltip,
  insetInlineStart: 8,
  top: -60,
  padding: '6px 12px',
  borderRadius: 6,
  color: (theme.vars ?? theme).palette.primary.contrastText,
  backgroundColor: (theme.vars ?? theme).palette.primary.main,
  '&:focus': { top: 8 },
}))

const Header = styled('header')(({ theme }) => ({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: '4px 14px',
  position: 'relative',
  minHeight: 44,
  padding: '4px 16px',
  borderBottom: `1px solid ${(theme.vars ?? theme).palette.divider}`,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
  [theme.breakpoints.down('sm')]: { padding: '4px 10px', gap: '4px 6px' },
}))

const HomeLink = styled(AppLink)(({ theme }) => ({
  fontSize: '1rem',
  fontWeight: 700,
  textDecoration: 'none',
  color: (theme.vars ?? theme).palette.text.primary,
}))

const NavLink = styled(AppLink)(({ theme }) => ({
  display: 'inline-block',
  padding: '4px 8px',
  borderRadius: 6,
  textDecoration: 'none',
  [theme.breakpoints.down('sm')]: { padding: '4px 6px' },
  '&[aria-current]': {
    color: (theme.vars ?? theme).palette.text.primary,
    backgroundColor: (theme.vars ?? theme).palette.action.selected,
  },
}))

const Badge = styled('span')(({ theme }) => ({
  padding: '0 8px',
  borderRadius: 999,
  fontSize: '0.75rem',
  lineHeight: '1.375rem',
  color: (theme.vars ?? theme).palette.tone.odd.text,
  backgroundColor: (theme.vars ?? theme).palette.tone.odd.surface,
}))

/** On a phone it stands below the name: what comes late must not push the page down. */
const SandboxBadge = styled(Badge)(({ theme }) => ({
  [theme.breakpoints.down('sm')]: {
    position: 'absolute',
    insetBlockEnd: 1,
    insetInlineStart: 10,
    padding: '0 6px',
    fontSize: '0.625rem',
    lineHeight: '0.8125rem',
  },
}))

const Spacer = styled('span')({ flex: 1 })

const Main = styled('main')(({ theme }) => ({
  flex: 1,
  minWidth: 0,
  minHeight: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: 12,
  padding: '14px 16px',
  outline: 'none',
  [theme.breakpoints.down('sm')]: { padding: '10px' },
}))
