import { createContext } from 'react'

/** Address inside this application of what a link in a log leads to; `null` for what is elsewhere. */
export const OwnLinks = createContext<(href: string) => string | null>(() => null)
