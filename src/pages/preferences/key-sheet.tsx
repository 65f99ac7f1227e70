import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef, useState } from 'react'
import { useKeysMessages, useMessages } from '#i18n'
import { SmallButton } from '#ui'
import { type PageParts, pageKeys } from './page-keys.ts'

export interface KeySheetProps {
  /** Called once it is closed; the focus is back where it was. */
  readonly onClose: () => void
}

/** All keys of the page it is opened on, in the browser's own dialog: it keeps the focus, and Escape closes it. */
export function KeySheet({ onClose }: KeySheetProps) {
  const { reader, common } = useMessages()
  const words = useKeysMessages()
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [parts] = useState(partsOfPage)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <Sheet ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      <header>
        <h2 id={titleId}>{words.title}</h2>
        <SmallButton type="button" onClick={() => dialog.current?.close()}>
          {common.close}
        </SmallButton>
      </header>
      <div>
        {pageKeys(parts, words, reader).map(({ title, shortcuts }) => (
          <section key={title}>
            <h3>{title}</h3>
            <dl>
              {shortcuts.map(({ ways, does }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {ways.map((way) => (
                      <span key={way}>
                        {way.split(' ').map((key) => (
                          <kbd key={key}>{key}</kbd>
                        ))}
                      </span>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Sheet>
  )
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

const Sheet = styled('dialog')(({ theme }) => {
  const { palette } = theme.vars ?? theme
  return {
    boxSizing: 'border-box',
    width: 'min(760px, calc(100vw - 24px))',
    maxHeight: 'calc(100dvh - 24px)',
    overflow: 'auto',
    padding: 16,
    color: palette.text.primary,
    backgroundColor: palette.background.paper,
    border: `1px solid ${palette.divider}`,
    borderRadius: 8,
    fontSize: '0.8125rem',
    '&::backdrop': { backgroundColor: 'rgb(0 0 0 / 40%)' },
    // Not on what scrolls: columns would be cut to its height, and go on sideways.
    '& > div': { columns: '300px 2', columnGap: 28 },
    '& > header': { display: 'flex', justifyContent: 'space-between', gap: 12 },
    '& section': { breakInside: 'avoid' },
    '& h2': { ...theme.typography.h2, margin: 0 },
    '& h3': { margin: '12px 0 4px', fontSize: '0.8125rem' },
    '& dl': { margin: 0 },
    '& dl > div': { display: 'flex', justifyContent: 'space-between', gap: 12, padding: '2px 0' },
    '& dd': { display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: '2px 8px', margin: 0 },
    '& dd > span': { display: 'inline-flex', gap: 2 },
    '& kbd': {
      minWidth: 20,
      padding: '0 5px',
      textAlign: 'center',
      font: 'inherit',
      fontSize: '0.75rem',
      border: `1px solid ${palette.divider}`,
      borderRadius: 4,
    },
  }
})
