export const stepInstance = { title: 'Step' }
