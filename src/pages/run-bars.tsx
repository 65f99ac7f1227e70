import { styled } from '@mui/material/styles'
import { useLayoutEffect, useRef } from 'react'
import { isRunFinished, type JobInstance, type JobInstanceId, jobInstancePath, runTone } from '#contract'
import { useFormat, useMessages, useRunMessages } from '#i18n'
import { AppLink, ToneIcon, toneBar } from '#ui'
import { runDurationMs } from './run-duration.ts'
import { useNow } from './use-now.ts'

export interface RunBarsProps {
  /** Oldest first. */
  readonly runs: readonly JobInstance[]
  readonly currentId: JobInstanceId
  /** The one `currentId` is compared with. */
  readonly comparedId: JobInstanceId | null
}

/** A bar per run, as tall as it took long beside the longest one; each is a link to its run. */
export function RunBars({ runs, currentId, comparedId }: RunBarsProps) {
  const words = useRunMessages()
  const now = useNow(runs.some(({ status }) => !isRunFinished(status)))
  const durations = runs.map((run) => runDurationMs(run, now))
  const longestMs = Math.max(1, ...durations.map((durationMs) => durationMs ?? 0))
  const list = useRef<HTMLOListElement>(null)
  // The newest are at the end; where all have no room, that is where to begin.
  useLayoutEffect(() => {
    if (list.current !== null) list.current.scrollLeft = list.current.scrollWidth
  }, [])
  return (
    <Bars ref={list} aria-label={words.title}>
      {runs.map((run, index) => {
        const durationMs = durations[index] ?? null
        return (
          <li key={run.id}>
            <Bar
              run={run}
              durationMs={durationMs}
              share={(durationMs ?? 0) / longestMs}
              role={run.id === currentId ? 'current' : run.id === comparedId ? 'compared' : null}
            />
          </li>
        )
      })}
    </Bars>
  )
}

interface BarProps {
  readonly run: JobInstance
  readonly durationMs: number | null
  /** 0–1 of the longest run shown. */
  readonly share: number
  readonly role: 'current' | 'compared' | null
}

function Bar({ run, durationMs, share, role }: BarProps) {
  const { status: words } = useMessages()
  const runWords = useRunMessages()
  const format = useFormat()
  const tone = runTone(run.status)
  const facts = [
    format.dateTime(run.startedAt ?? run.createdAt),
    words.runStatusWord(run.status),
    format.duration(durationMs),
    ...(role === null ? [] : [runWords.roles[role]]),
  ]
  return (
    <BarLink
      to={jobInstancePath(run.scope, run.id)}
      title={facts.join(' · ')}
      aria-label={facts.join(', ')}
      aria-current={role === 'current' ? 'true' : undefined}
      data-role={role ?? undefined}
    >
      <Room>
        <Fill style={{ height: `${Math.max(6, share * 100)}%`, ...toneBar(tone) }} />
      </Room>
      <ToneIcon tone={tone} size={12} />
    </BarLink>
  )
}

const Bars = styled('ol')({
  display: 'flex',
  gap: 2,
  margin: 0,
  padding: '2px 2px 4px',
  listStyle: 'none',
  overflowX: 'auto',
})

const BarLink = styled(AppLink)(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: 3,
    width: 24,
    padding: '2px 0 3px',
    borderRadius: 4,
    '&:hover': { backgroundColor: palette.action.hover },
    '&:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 0 },
    '&[data-role="current"]': {
      backgroundColor: palette.action.selected,
      boxShadow: `inset 0 -3px 0 ${palette.primary.main}`,
    },
    '&[data-role="compared"]': { boxShadow: `inset 0 0 0 2px ${palette.primary.main}` },
  }
})

const Room = styled('span')({ display: 'flex', alignItems: 'flex-end', height: 40, width: 14 })

const Fill = styled('span')({ width: '100%', minHeight: 3, borderRadius: '2px 2px 0 0' })
