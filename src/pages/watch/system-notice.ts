/** Whether this browser may show notifications of the system here; `none`: it has none, or not in this frame. */
export type NoticePermission = 'granted' | 'denied' | 'default' | 'none'

export function noticePermission(): NoticePermission {
  return typeof Notification === 'undefined' ? 'none' : Notification.permission
}

/** Asks the person; only ever called from a click. Never throws. */
export async function askForNotices(): Promise<NoticePermission> {
  try {
    return await Notification.requestPermission()
  } catch {
    return noticePermission()
  }
}

interface SystemNotice {
  readonly title: string
  readonly text: string
  /** Absolute address it leads to. */
  readonly url: string
}

/** Shows one, if it may. A press on it goes there, in a tab of its own. Answers whether it was shown. */
export function showNotice({ title, text, url }: SystemNotice): boolean {
  if (noticePermission() !== 'granted') return false
  try {
    const notice = new Notification(title, { body: text, tag: url, lang: document.documentElement.lang })
    notice.addEventListener('click', (event) => {
      if (new URL(url).pathname === window.location.pathname) return window.focus()
      // The tab that asks is any of them, with work of its own in it.
      event.preventDefault()
      window.open(url, '_blank', 'noopener')
    })
    return true
  } catch {
    // Some phones only let service workers show any.
    return false
  }
}
