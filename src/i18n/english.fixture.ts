import { loadMessages, loadPageMessages } from './language-context.tsx'

// Parts shown without a provider speak English.
await loadMessages('en')
await loadPageMessages()
