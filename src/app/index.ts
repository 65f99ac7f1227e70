export { type AppOptions, startApp } from './app.tsx'
export { type Environment, readEnvironment } from './environment.ts'
