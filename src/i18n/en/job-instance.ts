export const jobInstance = { title: 'Job instance' }
