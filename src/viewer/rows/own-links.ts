import { createContext } from 'react'

/**
 * Page of this application that a link in a log leads to, without the base path: `/node-man/jobs/7`; `null` for what is
 * elsewhere. Such a link is followed like any other of the application, with what belongs to the visit.
 */
export const OwnLinks = createContext<(href: string) => string | null>(() => null)
