import { serveLogs } from '#log'
import { checkHeader } from './check-header.ts'
import { startSearchWorker } from './search-worker.ts'

serveLogs(self, { checkHeader, createMatcher: startSearchWorker })
