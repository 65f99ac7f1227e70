import type { LinksMessages, Messages } from '#i18n'
import type { ChoiceName } from './link-kinds.ts'

const languageNames: Readonly<Record<string, string>> = { en: 'English', 'zh-CN': '简体中文' }

/** A value of a field with few values, in words. */
export function choiceWords(
  name: ChoiceName,
  value: string,
  { choices }: LinksMessages,
  { common, status }: Messages,
): string {
  switch (name) {
    case 'scopeType':
      return entry(common.scopeType, value)
    case 'findAs':
      return entry(choices.findAs, value)
    case 'least':
      return entry(choices.least, value)
    case 'range':
      return entry(choices.range, value)
    case 'status':
      return value === '' ? choices.anyStatus : status.runStatusWord(Number(value))
    case 'nodeManStatus':
      return value === '' ? choices.anyStatus : status.nodeManStatusWord(value)
    case 'language':
      return value === '' ? choices.readersLanguage : entry(languageNames, value)
  }
}

function entry(words: Readonly<Record<string, string>>, value: string): string {
  return words[value] ?? value
}
