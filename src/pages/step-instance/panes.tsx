import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import {
  type KeyboardEvent,
  type ReactNode,
  Suspense,
  useDeferredValue,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react'
import { useMessages } from '#i18n'
import { Loading } from '#ui'
import { focusLog, isInLog } from '../log-focus.ts'
import { useLasting } from '../use-lasting.ts'
import { ReadContext, useIsRead } from './use-is-read.ts'

interface PanesProps {
  /** The rail; `enterLog` moves the focus into the log and puts the rail away on a narrow screen. */
  readonly rail: (enterLog: () => void) => ReactNode
  readonly reader: ReactNode
  /** What is chosen in the rail, for the button that opens it on a narrow screen. */
  readonly chosen: string | null
  /** What is odd about it, where the rail that says so is out of sight. */
  readonly notice?: ReactNode
}

/** Where rail and reader have room beside each other. */
const besideQuery = '(min-width: 900px)'

/** A phone on a slow line has read the log by then. */
const hiddenRailAfterMs = 2500

/**
 * Rail and reader side by side. On a narrow screen the rail opens above the reader at the press of a button. Escape
 * in the log goes back to the rail, so that hand and eye move between the two without the mouse.
 */
export function Panes({ rail, reader, chosen, notice = null }: PanesProps) {
  const { stepInstance } = useMessages()
  const { hosts, loading, readerRegion } = stepInstance
  const [open, setOpen] = useState(chosen === null)
  const id = useId()
  const railRef = useRef<HTMLDivElement>(null)
  const readerRef = useRef<HTMLElement>(null)
  // The log comes first: the rail is fetched, styled and laid out after it, in room it has already. Where nobody sees it
  // yet it comes last, for the keys that go from host to host.
  const isBeside = useMediaQuery(besideQuery, { noSsr: true })
  const isRead = useIsRead(readerRef)
  const isLate = useLasting(!isBeside, hiddenRailAfterMs)
  const hasRail = useDeferredValue((isBeside && isRead) || open || isLate, chosen === null)
  const railStandIn = <Loading label={loading} lines={8} />
  const enterLog = () => {
    setOpen(false)
    if (readerRef.current !== null) focusLog(readerRef.current)
  }
  // A reader in the log who goes to the next host stays in the log.
  useEffect(() => {
    const pane = readerRef.current
    if (chosen !== null && pane !== null && isInLog(pane)) return focusLog(pane)
    return undefined
  }, [chosen])
  const handleReaderKey = (event: KeyboardEvent) => {
    const inLog = event.target instanceof Element && event.target.closest('[role="log"]') !== null
    if (event.key === 'Escape' && inLog && !event.defaultPrevented)
      focusInside(railRef.current, '[role="listbox"]')
  }
  return (
    <Grid data-region="panes">
      <Opener data-region="hosts">
        <Button
          variant="outlined"
          fullWidth
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
        >
          {open ? hosts.hide : `${chosen ?? hosts.choose} · ${hosts.chooseAnother}`}
        </Button>
        {isBeside || open || !isRead ? null : <Suspense>{notice}</Suspense>}
      </Opener>
      <RailPane id={id} ref={railRef} data-region="hosts" data-open={open || undefined}>
        <Suspense fallback={railStandIn}>{hasRail ? rail(enterLog) : railStandIn}</Suspense>
      </RailPane>
      <ReaderPane ref={readerRef} aria-label={readerRegion} onKeyDown={handleReaderKey}>
        <ReadContext value={isRead}>{reader}</ReadContext>
      </ReaderPane>
    </Grid>
  )
}

function focusInside(parent: HTMLElement | null, selector: string): void {
  const element = parent?.querySelector(selector)
  if (element instanceof HTMLElement) element.focus()
}

const Grid = styled('div')(({ theme }) => ({
  flex: '1 1 0',
  minHeight: 420,
  display: 'flex',
  gap: 12,
  [theme.breakpoints.down('md')]: { flexDirection: 'column', gap: 8 },
}))

const Opener = styled('div')(({ theme }) => ({
  display: 'none',
  [theme.breakpoints.down('md')]: { display: 'block' },
}))

const RailPane = styled('div')(({ theme }) => ({
  display: 'flex',
  flex: '0 0 300px',
  minWidth: 0,
  minHeight: 0,
  [theme.breakpoints.down('md')]: {
    flex: '0 0 auto',
    height: 'min(80dvh, 600px)',
    '&:not([data-open])': { display: 'none' },
  },
}))

const ReaderPane = styled('section')(({ theme }) => ({
  flex: '1 1 0',
  minWidth: 0,
  minHeight: 320,
  display: 'flex',
  flexDirection: 'column',
  // Below the heading of a phone's page there is no room to read: the log has a screen of its own, but for a strip to
  // scroll the page by.
  [theme.breakpoints.down('md')]: { minHeight: 'max(320px, 100dvh - 44px)' },
}))
