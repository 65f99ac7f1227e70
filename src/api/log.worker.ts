import { serveLogs } from '#log'
import { checkHeader } from './check-header.ts'
import { wantSearchWorker } from './want-search-worker.ts'

serveLogs(self, {
  checkHeader,
  createMatcher: wantSearchWorker,
  loadHash: async () => (await import('@noble/hashes/sha2.js')).sha256,
})
