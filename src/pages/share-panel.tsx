import { styled } from '@mui/material/styles'
import { useMessages, useShareMessages } from '#i18n'
import { CopyButton, markdownOfShared, type Shared, wecomCard, wecomMarkdown } from '#ui'

/** Something to share, and what to call it; `null` while it is being read. */
interface ShareSubject {
  readonly label: string
  readonly shared: Shared | null
}

interface SharePanelProps {
  readonly subjects: readonly ShareSubject[]
}

/** Each subject as a link, as Markdown, and as the two kinds of message a WeCom group takes. */
export function SharePanel({ subjects }: SharePanelProps) {
  const words = useShareMessages()
  return (
    <>
      {subjects.map(({ label, shared }) => (
        <Subject key={label} aria-label={label}>
          <h2>{label}</h2>
          {shared === null ? <p role="status">{words.looking}</p> : <Choices shared={shared} />}
        </Subject>
      ))}
      <Note>{words.note}</Note>
    </>
  )
}

function Choices({ shared }: { readonly shared: Shared }) {
  const words = useShareMessages()
  const { common } = useMessages()
  const { choices } = words
  const ways = [
    { label: choices.link, text: () => shared.url },
    { label: choices.markdown, text: () => markdownOfShared(shared) },
    { label: choices.card, text: () => wecomCard(shared, words) },
    { label: choices.message, text: () => wecomMarkdown(shared, words) },
  ]
  return ways.map(({ label, text }) => (
    <CopyButton
      key={label}
      text={text}
      label={label}
      copiedLabel={common.copied}
      failedLabel={common.copyFailed}
    />
  ))
}

const Subject = styled('section')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'flex-start',
  '& > h2': { margin: 0, fontSize: '0.8125rem', overflowWrap: 'anywhere' },
  '& > p': { margin: 0 },
})

const Note = styled('p')(({ theme }) => ({
  margin: 0,
  color: (theme.vars ?? theme).palette.text.secondary,
}))
