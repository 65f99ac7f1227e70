import { styled } from '@mui/material/styles'
import { upstreamNow } from '#api'
import { useFormat } from '#i18n'

interface RelativeTimeProps {
  readonly at: number | null
  /** By the clock that `at` was told by: upstream's, if left out. */
  readonly now?: number
}

/** "5 minutes ago", with the time itself on hover, for screen readers, and in what is copied of the page. */
export function RelativeTime({ at, now = upstreamNow() }: RelativeTimeProps) {
  const { relative, dateTime } = useFormat()
  if (at === null) return relative(at)
  // What is told of has happened, whatever our clock says.
  const distance = relative(at, Math.max(at, now))
  return (
    <time dateTime={new Date(at).toISOString()} title={dateTime(at)}>
      {distance}
      <Unseen> ({dateTime(at)})</Unseen>
    </time>
  )
}

const Unseen = styled('span')({
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
})
