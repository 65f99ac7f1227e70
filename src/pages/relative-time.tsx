import { styled } from '@mui/material/styles'
import { useFormat } from '#i18n'

/** "5 minutes ago", with the time itself on hover, for screen readers, and in what is copied of the page. */
export function RelativeTime({ at }: { readonly at: number | null }) {
  const { relative, dateTime } = useFormat()
  if (at === null) return relative(at)
  return (
    <time dateTime={new Date(at).toISOString()} title={dateTime(at)}>
      {relative(at)}
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
