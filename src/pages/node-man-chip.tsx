import { nodeManTone } from '#contract'
import { useMessages } from '#i18n'
import { StatusChip } from '#ui'

export interface NodeManChipProps {
  readonly status: string
  readonly size?: 'small' | 'medium'
}

/** Status of a node-man job or host as icon, word and colour. */
export function NodeManChip({ status, size = 'small' }: NodeManChipProps) {
  const { status: words } = useMessages()
  return (
    <StatusChip
      size={size}
      tone={nodeManTone(status)}
      label={words.nodeManStatusWord(status)}
      meaning={words.nodeManStatusMeaning(status)}
    />
  )
}
