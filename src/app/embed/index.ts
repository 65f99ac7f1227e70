export { type Surroundings, startEmbedding } from './start-embedding.tsx'
