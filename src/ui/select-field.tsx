import { styled } from '@mui/material/styles'

export interface SelectFieldProps<Value extends string> {
  readonly label: string
  readonly value: Value
  readonly options: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
  /** The label is still read out, but takes no room. */
  readonly labelHidden?: boolean
}

/** The browser's own select: right with keyboard, phone and screen reader, and weighs nothing. */
export function SelectField<Value extends string>(props: SelectFieldProps<Value>) {
  const { label, value, options, onChange, labelHidden = false } = props
  const handleChange = (chosen: string) => {
    const option = options.find((one) => one.value === chosen)
    if (option !== undefined) onChange(option.value)
  }
  return (
    <Field>
      {labelHidden ? null : <span>{label}</span>}
      <select
        aria-label={labelHidden ? label : undefined}
        title={labelHidden ? label : undefined}
        value={value}
        onChange={(event) => handleChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

const Field = styled('label')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    display: 'inline-flex',
    alignItems: 'center',
    gap: 6,
    color: palette.text.secondary,
    '& select': {
      font: 'inherit',
      minHeight: 30,
      padding: '2px 6px',
      borderRadius: 6,
      border: `1px solid ${palette.divider}`,
      backgroundColor: palette.background.paper,
      color: palette.text.primary,
    },
    '& select:focus-visible': { outline: `2px solid ${palette.primary.main}`, outlineOffset: 1 },
  }
})
