import { styled } from '@mui/material/styles'
import { useMessages } from '#i18n'

export interface StatusHelpProps {
  readonly meaning: string
  /** What to do next; `null` where no cause is known. */
  readonly nextStep: string | null
}

/** What a status means and what to do about it, as text: a tooltip is out of reach of fingers and keys. */
export function StatusHelp({ meaning, nextStep }: StatusHelpProps) {
  const { common } = useMessages()
  return (
    <Help>
      {meaning}
      {nextStep === null ? null : (
        <>
          {' '}
          <strong>{common.whatToDo}</strong> {nextStep}
        </>
      )}
    </Help>
  )
}

const Help = styled('p')(({ theme }) => ({
  margin: 0,
  fontSize: '0.8125rem',
  color: (theme.vars ?? theme).palette.text.secondary,
  '& > strong': { fontWeight: 600, color: (theme.vars ?? theme).palette.text.primary },
}))
