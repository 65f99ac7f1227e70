import { serveMatches } from '#log'

self.addEventListener(
  'message',
  ({ ports: [questions] }) => {
    if (questions !== undefined) serveMatches(questions)
  },
  { once: true },
)
