import { type Format, type RailWords, useFormat, useRailWords } from '#i18n'
import { ToneIcon } from '#ui'
import type { HostGroup } from './host-groups.ts'
import { CheckMark } from './host-option.tsx'
import { rowTone } from './host-rows.ts'
import type { ShownGroup } from './rail-entries.ts'
import { rowStatusWord } from './row-status-word.ts'

interface GroupOptionProps {
  readonly shown: ShownGroup
  /** The step has ended. */
  readonly isOver: boolean
  readonly isChosen: boolean
}

/** The head of a group: its result and tag, and how many of its hosts are shown. */
export function GroupOption({ shown, isOver, isChosen }: GroupOptionProps) {
  const messages = useRailWords()
  const { number } = useFormat()
  const name = groupName(shown.group, isOver, messages)
  return (
    <span className="head">
      <CheckMark isChosen={isChosen} />
      <span aria-hidden="true">{shown.collapsed ? '▸' : '▾'}</span>
      <ToneIcon tone={rowTone(shown.group)} size={16} />
      <span className="name" title={name}>
        {name}
      </span>
      <span>{number(shown.count)}</span>
    </span>
  )
}

/** "Success [ready]": the status, and the tag in upstream's brackets. */
function groupName(group: HostGroup, isOver: boolean, messages: RailWords): string {
  const word = rowStatusWord(group, messages, isOver)
  return group.tag === null ? word : `${word} [${group.tag}]`
}

/** The head as a sentence, for assistive technology. */
export function groupOptionLabel(
  { group, count, collapsed }: ShownGroup,
  isOver: boolean,
  messages: RailWords,
): string {
  const { common, rail } = messages
  return rail.groupLabel(groupName(group, isOver, messages), common.hosts(count), collapsed)
}

/** What a group is called where it can be chosen, with its count. */
export function groupScopeLabel(
  { group, count }: ShownGroup,
  isOver: boolean,
  messages: RailWords,
  { number }: Pick<Format, 'number'>,
): string {
  return messages.rail.scopes.group(groupName(group, isOver, messages), number(count))
}

/** Of the list the heads stand in: not of every head, or each would be styled for itself. */
export const groupOptionStyles = {
  '& .head': {
    display: 'flex',
    alignItems: 'center',
    gap: 6,
    width: '100%',
    minWidth: 0,
    fontVariantNumeric: 'tabular-nums',
  },
  '& .head > .name': { flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' },
} as const
