import { loadMessages } from './language-context.tsx'

// Parts shown without a provider speak English.
await loadMessages('en')
