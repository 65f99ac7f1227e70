import { serveMatches } from '#log'

serveMatches(self)
