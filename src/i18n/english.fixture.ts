import { loadMessages, loadPageMessages } from './load-messages.ts'

// Parts shown without a provider speak English.
await loadMessages('en')
await loadPageMessages()
