export const find = { title: 'Find an execution' }
