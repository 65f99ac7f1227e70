export const jobInstances = { title: 'Job instances' }
