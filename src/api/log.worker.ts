import { serveLogs } from '#log'

serveLogs(self)
