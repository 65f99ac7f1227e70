import * as z from 'zod/mini'
import { serveLogs } from '#log'
import { checkHeader } from './check-header.ts'
import { startSearchWorker } from './search-worker.ts'

// As on the page (main.tsx): compiled schemas would be probed with `new Function`, which the CSP reports.
z.config({ jitless: true })

serveLogs(self, { checkHeader, createMatcher: startSearchWorker })
