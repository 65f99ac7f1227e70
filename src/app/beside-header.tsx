import { styled } from '@mui/material/styles'
import { type ReactNode, Suspense } from 'react'
import { createPortal } from 'react-dom'
import { CrashBoundary } from './crash.tsx'

/**
 * What is opened from the header and is seen without it: a portal may leave the header out. Nothing of the header waits
 * while its script is fetched.
 */
export function BesideHeader({ children }: { readonly children: ReactNode }) {
  return createPortal(
    <Corner>
      <CrashBoundary isPart>
        <Suspense>{children}</Suspense>
      </CrashBoundary>
    </Corner>,
    document.body,
  )
}

const Corner = styled('div')(({ theme }) => ({
  position: 'fixed',
  insetInlineEnd: 12,
  bottom: 12,
  zIndex: theme.zIndex.snackbar,
  backgroundColor: (theme.vars ?? theme).palette.background.paper,
}))
