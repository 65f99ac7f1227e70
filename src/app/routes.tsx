import type { ComponentType } from 'react'
import { BrowserRouter, matchRoutes, type RouteObject, useLocation, useRoutes } from 'react-router'
import { loadPageMessages } from '#i18n'
import { type LazyPart, lazyPart, Redirect, signedInPath, upgradeAddress } from '#ui'
import type { Surroundings } from './embed/index.ts'
import { Frame } from './frame.tsx'
import { LineContext } from './line-context.ts'
import { useNewerLink } from './use-newer-link.ts'

/** A page whose texts are not there from the start: script and texts are fetched together. */
function textPage<Props extends object>(load: () => Promise<{ readonly Page: ComponentType<Props> }>) {
  return lazyPart<Props>(async () => (await Promise.all([load(), loadPageMessages()]))[0].Page)
}

const FindPage = textPage(() => import('#pages/find'))
const JobInstancesPage = textPage(() => import('#pages/job-instances'))
const JobInstancePage = textPage(() => import('#pages/job-instance'))
const StepInstancePage = lazyPart(async () => (await import('#pages/step-instance')).Page)
const NodeManJobsPage = textPage(() => import('#pages/node-man-jobs'))
const NodeManJobPage = textPage(() => import('#pages/node-man-job'))
const NodeManInstancePage = textPage(() => import('#pages/node-man-instance'))

const LinksPage = textPage(() => import('#pages/links'))
const NewerLink = lazyPart(async () => (await import('./newer-link.tsx')).NewerLink)
const NotFoundPage = lazyPart(async () => (await import('./not-found.tsx')).NotFoundPage)
const SignedInPage = lazyPart(async () => (await import('./signed-in-page.tsx')).SignedInPage)

const jobInstances = '/:scopeType/:scopeId/job-instances'

/** A page at its address, and how to fetch it before it is shown. */
const pageAt = (path: string, Page: LazyPart<object>): RouteObject => ({
  path,
  element: <Page />,
  handle: Page.load,
})

/** Every address of the app. */
const pages: readonly RouteObject[] = [
  pageAt('/', FindPage),
  pageAt(jobInstances, JobInstancesPage),
  pageAt(`${jobInstances}/:jobInstanceId`, JobInstancePage),
  pageAt(`${jobInstances}/:jobInstanceId/steps/:stepInstanceId`, StepInstancePage),
  pageAt('/node-man/jobs', NodeManJobsPage),
  pageAt('/node-man/jobs/:jobId', NodeManJobPage),
  pageAt('/node-man/jobs/:jobId/instances/:instanceId', NodeManInstancePage),
  pageAt('/links', LinksPage),
  pageAt(signedInPath, SignedInPage),
]

/**
 * Any other address may be one of the job platform's or of node-man's with the host name replaced (bk-job C.6): the
 * find page reads it and goes on to ours.
 */
const others: RouteObject = { path: '*', element: <FindPage otherwise={<NotFoundPage />} /> }

const routes: RouteObject[] = [{ element: <Frame />, children: [...pages, others] }]

/** Fetches the page at this address before it is shown. */
export async function loadPage(basePath: string, pathname: string): Promise<void> {
  const load = matchRoutes(routes, pathname, basePath)?.at(-1)?.route.handle
  await load?.()
}

export interface AppRoutesProps {
  /** Path the app is served under. */
  readonly basePath: string
  /** Around all pages, inside the router. */
  readonly Surroundings: Surroundings
}

/**
 * Matches the address to a page. The declarative router: query options and our crash boundaries do what the data
 * router would, and it is 20 KB (compressed) of first script less.
 */
export function AppRoutes({ basePath, Surroundings }: AppRoutesProps) {
  return (
    <BrowserRouter basename={basePath}>
      <Surroundings>
        <MatchedPage />
      </Surroundings>
    </BrowserRouter>
  )
}

/** An old link is brought into its present form before a page is chosen for it; of a newer one that it is one is told. */
function MatchedPage() {
  const page = useRoutes(routes)
  const { pathname, search, hash } = useLocation()
  const address = `${pathname}${search}${hash}`
  const upgraded = upgradeAddress(address)
  const [newer, forgetNewer] = useNewerLink(pathname, address)
  if (upgraded !== address) return <Redirect to={upgraded} />
  const line = newer === null ? null : <NewerLink version={newer} onClose={forgetNewer} />
  return <LineContext value={line}>{page}</LineContext>
}
