export { type Listening, type ListenOptions, listenSandbox } from './listen.ts'
export { createSandbox, type Sandbox, type SandboxOptions } from './sandbox.ts'
