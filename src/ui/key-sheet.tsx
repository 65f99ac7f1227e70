import { styled } from '@mui/material/styles'
import { useEffect, useId, useRef } from 'react'
import { SmallButton } from './small-button.tsx'

/** Keys that belong together. */
export interface KeyGroup {
  readonly title: string
  /** Each way to press, keys parted by blanks: `['Ctrl/⌘ F', '/']`; what it does is different in every row. */
  readonly shortcuts: readonly { readonly ways: readonly string[]; readonly does: string }[]
}

export interface KeySheetProps {
  readonly title: string
  readonly closeLabel: string
  readonly groups: readonly KeyGroup[]
  /** Called once it is closed; the focus is back where it was. */
  readonly onClose: () => void
}

/** Keys and what they do, in the browser's own dialog: it keeps the focus, and Escape closes it. */
export function KeySheet({ title, closeLabel, groups, onClose }: KeySheetProps) {
  const titleId = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <Sheet ref={dialog} aria-labelledby={titleId} onClose={onClose}>
      {/* No <header>: outside of an article that is the banner of a page. */}
      <div data-head>
        <h2 id={titleId}>{title}</h2>
        <SmallButton type="button" onClick={() => dialog.current?.close()}>
          {closeLabel}
        </SmallButton>
      </div>
      <div>
        {groups.map((group) => (
          <section key={group.title}>
            <h3>{group.title}</h3>
            <dl>
              {group.shortcuts.map(({ ways, does }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {ways.map((way) => (
                      <Way key={way} keys={way.split(' ')} />
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

function Way({ keys }: { readonly keys: readonly string[] }) {
  return (
    <span>
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  )
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
    '& > div:not([data-head])': { columns: '300px 2', columnGap: 28 },
    '& > [data-head]': { display: 'flex', justifyContent: 'space-between', gap: 12 },
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
