export const transfer = { title: 'File transfers' }
