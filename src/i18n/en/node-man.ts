export const nodeMan = { title: 'Node-man jobs' }
