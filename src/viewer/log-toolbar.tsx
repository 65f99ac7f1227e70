import ContentCopy from '@mui/icons-material/ContentCopy'
import Download from '@mui/icons-material/Download'
import VerticalAlignBottom from '@mui/icons-material/VerticalAlignBottom'
import VerticalAlignTop from '@mui/icons-material/VerticalAlignTop'
import FormControlLabel from '@mui/material/FormControlLabel'
import IconButton from '@mui/material/IconButton'
import InputBase from '@mui/material/InputBase'
import Switch from '@mui/material/Switch'
import Toolbar from '@mui/material/Toolbar'
import Typography from '@mui/material/Typography'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useFormat, useMessages } from '#i18n'
import type { LogSnapshot } from '#log'

export interface LogToolbarProps {
  readonly snapshot: LogSnapshot | null
  /** Words on what just happened, or on the state the log is in. */
  readonly notice: string
  readonly follow: boolean
  /** Absent when there is nothing to follow. */
  readonly onFollowChange: ((follow: boolean) => void) | undefined
  readonly onGoToLine: (lineNumber: number) => void
  readonly onTop: () => void
  readonly onEnd: () => void
  readonly onCopy: () => void
  readonly onDownload: () => void
}

/** Totals, notices and tools above the lines. */
export function LogToolbar(props: LogToolbarProps) {
  const { reader } = useMessages()
  const { snapshot, notice, follow, onFollowChange } = props
  const isEmpty = snapshot === null || snapshot.byteLength === 0
  return (
    <Toolbar
      variant="dense"
      role="toolbar"
      aria-label={reader.toolbar}
      sx={{
        gap: 1,
        flexWrap: 'wrap',
        flex: 'none',
        borderBottom: 1,
        borderColor: 'divider',
        color: 'text.primary',
      }}
    >
      <Totals snapshot={snapshot} />
      <Typography variant="body2" role="status" sx={{ flex: '1 1 0', minWidth: 0, color: 'text.secondary' }}>
        {notice}
      </Typography>
      {onFollowChange !== undefined && (
        <FormControlLabel
          control={
            <Switch size="small" checked={follow} onChange={(_, checked) => onFollowChange(checked)} />
          }
          label={<Typography variant="body2">{reader.follow}</Typography>}
        />
      )}
      <LineField onGoToLine={props.onGoToLine} />
      <Tool label={reader.toTop} icon={<VerticalAlignTop />} disabled={isEmpty} onClick={props.onTop} />
      <Tool label={reader.toEnd} icon={<VerticalAlignBottom />} disabled={isEmpty} onClick={props.onEnd} />
      <Tool label={reader.copyAll} icon={<ContentCopy />} disabled={isEmpty} onClick={props.onCopy} />
      <Tool label={reader.download} icon={<Download />} disabled={isEmpty} onClick={props.onDownload} />
    </Toolbar>
  )
}

function Totals({ snapshot }: { readonly snapshot: LogSnapshot | null }) {
  const { reader } = useMessages()
  const format = useFormat()
  if (snapshot === null) return null
  return (
    <Typography variant="body2" component="span" sx={{ whiteSpace: 'nowrap' }}>
      {reader.totals(snapshot.lineCount, format.bytes(snapshot.byteLength))}
    </Typography>
  )
}

interface ToolProps {
  readonly label: string
  readonly icon: ReactNode
  readonly disabled: boolean
  readonly onClick: () => void
}

/** The name is also the native tooltip: a styled one would cost more than the whole toolbar. */
function Tool({ label, icon, disabled, onClick }: ToolProps) {
  return (
    <IconButton size="small" aria-label={label} title={label} disabled={disabled} onClick={onClick}>
      {icon}
    </IconButton>
  )
}

function LineField({ onGoToLine }: { readonly onGoToLine: (lineNumber: number) => void }) {
  const { reader } = useMessages()
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const lineNumber = Number.parseInt(text.replaceAll(/[\s,]/g, ''), 10)
    if (lineNumber >= 1) onGoToLine(lineNumber)
  }
  return (
    <form onSubmit={submit}>
      <InputBase
        value={text}
        onChange={(event) => setText(event.target.value)}
        placeholder={reader.goToLine}
        inputProps={{ 'aria-label': reader.goToLine, inputMode: 'numeric', size: 9, maxLength: 12 }}
        sx={{ border: 1, borderColor: 'divider', borderRadius: 1, px: 1, fontSize: 'body2.fontSize' }}
      />
    </form>
  )
}
