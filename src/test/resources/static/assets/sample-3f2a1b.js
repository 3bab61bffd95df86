export const sample = true
