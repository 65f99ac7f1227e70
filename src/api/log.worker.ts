import { serveLogs } from '#log'
import { checkHeader } from './check-header.ts'

serveLogs(self, { checkHeader })
