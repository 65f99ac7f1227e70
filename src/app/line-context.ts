import { createContext, type ReactNode } from 'react'

/** What is to be said of the address itself, at the edge of whichever page it opens. */
export const LineContext = createContext<ReactNode>(null)
