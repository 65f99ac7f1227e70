import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { Component, type ReactNode } from 'react'
import { useMessages } from '#i18n'
import { EmptyState, PartLoadError, SmallButton, useTitle } from '#ui'

interface CrashBoundaryProps {
  readonly children: ReactNode
  /** Something beside the page: it is told in a line, and the page keeps its title. */
  readonly isPart?: boolean
  /** What is shown; when that is another, a crash of the one before is over. */
  readonly place?: string
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

  override componentDidUpdate({ place }: CrashBoundaryProps): void {
    if (this.state.crashed && place !== this.props.place) this.#retry()
  }

  readonly #retry = () => this.setState({ error: null, crashed: false })

  override render() {
    const { children, isPart = false } = this.props
    if (!this.state.crashed) return children
    const Told = isPart ? CrashLine : CrashScreen
    return <Told error={this.state.error} onRetry={this.#retry} />
  }
}

interface CrashScreenProps {
  readonly error: unknown
  readonly onRetry: () => void
}

function useCrashWords({ error, onRetry }: CrashScreenProps) {
  const { app, common } = useMessages()
  return error instanceof PartLoadError
    ? { words: app.updated, action: app.updated.reload, act: () => window.location.reload() }
    : { words: app.crash, action: common.retry, act: onRetry }
}

function CrashLine(props: CrashScreenProps) {
  const { words, action, act } = useCrashWords(props)
  return (
    <span role="alert">
      {words.title}{' '}
      <SmallButton type="button" onClick={act}>
        {action}
      </SmallButton>
    </span>
  )
}

function CrashScreen(props: CrashScreenProps) {
  const { words, action, act } = useCrashWords(props)
  const { error } = props
  useTitle([words.title])
  return (
    <div role="alert">
      <EmptyState
        title={words.title}
        meaning={words.meaning}
        actions={
          <>
            <Button variant="contained" onClick={act}>
              {action}
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
