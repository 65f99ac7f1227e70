import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { Component, type ReactNode } from 'react'
import { useMessages } from '#i18n'
import { EmptyState, PartLoadError, useTitle } from '#ui'

interface CrashBoundaryProps {
  readonly children: ReactNode
}

interface CrashState {
  readonly error: unknown
  readonly crashed: boolean
}

/** Keeps one page's crash to that page: words and a retry instead of a blank window. */
export class CrashBoundary extends Component<CrashBoundaryProps, CrashState> {
  override state: CrashState = { error: null, crashed: false }

  static getDerivedStateFromError(error: unknown): CrashState {
    return { error, crashed: true }
  }

  readonly #retry = () => this.setState({ error: null, crashed: false })

  override render() {
    return this.state.crashed ? (
      <CrashScreen error={this.state.error} onRetry={this.#retry} />
    ) : (
      this.props.children
    )
  }
}

interface CrashScreenProps {
  readonly error: unknown
  readonly onRetry: () => void
}

function CrashScreen({ error, onRetry }: CrashScreenProps) {
  const { app, common } = useMessages()
  const notLoaded = error instanceof PartLoadError
  const words = notLoaded ? app.updated : app.crash
  useTitle([words.title])
  return (
    <div role="alert">
      <EmptyState
        title={words.title}
        meaning={words.meaning}
        actions={
          <>
            <Button variant="contained" onClick={notLoaded ? () => window.location.reload() : onRetry}>
              {notLoaded ? app.updated.reload : common.retry}
            </Button>
            <ErrorText>
              {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
            </ErrorText>
          </>
        }
      />
    </div>
  )
}

const ErrorText = styled('pre')({ maxWidth: '90vw', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' })
