export { type AppOptions, startApp } from './app.tsx'
export { type Environment, readEnvironment } from './environment.ts'
export { tellNotLoaded } from './not-loaded.ts'
export { type Preparation, prepare } from './preparation.ts'
