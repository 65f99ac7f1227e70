import { styled } from '@mui/material/styles'
import { type Tone, toneColour } from './tone.ts'
import { ToneIcon } from './tone-icon.tsx'

export interface StatusChipProps {
  readonly tone: Tone
  /** The word of the state, in the reader's language. */
  readonly label: string
  /** One line of meaning, shown on hover. */
  readonly meaning?: string
  readonly size?: 'small' | 'medium'
}

/** A state as colour, icon and word together: never colour alone (WCAG 1.4.1). */
export function StatusChip({ tone, label, meaning, size = 'small' }: StatusChipProps) {
  return (
    <Chip data-tone={tone} data-size={size} title={meaning}>
      <ToneIcon tone={tone} />
      <span>{label}</span>
    </Chip>
  )
}

const tones: readonly Tone[] = ['good', 'bad', 'busy', 'idle', 'odd']

const toneRules = Object.fromEntries(
  tones.map((tone) => [
    `&[data-tone="${tone}"]`,
    { color: toneColour(tone, 'text'), backgroundColor: toneColour(tone, 'surface') },
  ]),
)

const Chip = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  // By its middle: on the baseline it would stand above the text of the cells beside it.
  verticalAlign: 'middle',
  gap: 4,
  maxWidth: '100%',
  padding: '1px 8px 1px 5px',
  borderRadius: 999,
  fontSize: '0.75rem',
  lineHeight: '1.25rem',
  whiteSpace: 'nowrap',
  '&[data-size="medium"]': { fontSize: '0.875rem', lineHeight: '1.5rem', padding: '1px 10px 1px 7px' },
  '& > span': { overflow: 'hidden', textOverflow: 'ellipsis' },
  ...toneRules,
})
