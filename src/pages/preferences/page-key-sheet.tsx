import { useState } from 'react'
import { useKeysMessages, useMessages, useReaderToolsMessages } from '#i18n'
import { KeySheet } from '#ui'
import { type PageParts, pageKeys } from './page-keys.ts'

export interface PageKeySheetProps {
  /** Called once it is closed; the focus is back where it was. */
  readonly onClose: () => void
}

/** All keys of the page it is opened on. */
export function PageKeySheet({ onClose }: PageKeySheetProps) {
  const { common } = useMessages()
  const readerWords = useReaderToolsMessages()
  const words = useKeysMessages()
  const [parts] = useState(partsOfPage)
  const groups = pageKeys(parts, words, readerWords)
  return <KeySheet title={words.title} closeLabel={common.close} groups={groups} onClose={onClose} />
}

function partsOfPage(): PageParts {
  const has = (selector: string) => document.querySelector(`main ${selector}`) !== null
  return {
    hosts: has('[role="listbox"]'),
    table: has('[role="grid"]'),
    filter: has('[aria-keyshortcuts="/"]'),
    steps: has('[data-step]'),
    log: has('[role="log"]'),
  }
}
