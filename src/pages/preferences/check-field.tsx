import { styled } from '@mui/material/styles'

export interface CheckFieldProps {
  readonly label: string
  readonly checked: boolean
  readonly onChange: (checked: boolean) => void
}

/** The browser's own checkbox with its label. */
export function CheckField({ label, checked, onChange }: CheckFieldProps) {
  return (
    <Field>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </Field>
  )
}

const Field = styled('label')({
  display: 'flex',
  gap: 8,
  alignItems: 'center',
  minHeight: 24,
  '& > input': { flex: 'none', width: 16, height: 16, margin: 0 },
})
