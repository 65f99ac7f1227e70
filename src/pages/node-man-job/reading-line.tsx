import Button from '@mui/material/Button'
import { styled } from '@mui/material/styles'
import { useQueryClient } from '@tanstack/react-query'
import { useMessages } from '#i18n'
import type { HostsRead } from '../node-man-read-hosts.ts'
import { useLasting } from '../use-lasting.ts'
import type { Wait } from '../wait.ts'

interface ReadingLineProps {
  readonly wait: Wait
  readonly progress: HostsRead | null
  /** What goes on, and how far. */
  readonly sentence: string
}

const wordsAfterMs = 1000

/** How far the reading of all hosts has come, once it takes a second, and a way to end it. */
export function ReadingLine({ wait, progress, sentence }: ReadingLineProps) {
  const { common } = useMessages()
  const client = useQueryClient()
  const isLong = useLasting(true, wordsAfterMs)
  if (!isLong) return null
  return (
    <Line>
      {sentence}
      <progress
        aria-label={sentence}
        {...(progress === null ? {} : { max: progress.all, value: progress.read })}
      />
      <Button size="small" onClick={() => wait.stop(client)}>
        {common.cancel}
      </Button>
    </Line>
  )
}

const Line = styled('span')({ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', gap: '0 10px' })
