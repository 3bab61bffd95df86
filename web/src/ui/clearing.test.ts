import { expect, it } from 'vitest'

const sources = import.meta.glob<string>('../**/*.tsx', { query: '?raw', import: 'default', eager: true })

it('has a name in every language wherever an input can be emptied', () => {
  const nameless = Object.entries(sources)
    .flatMap(([file, source]) => [...source.matchAll(/^ +allowClear\b[^\n]*/gm)].map(([use]) => `${file}: ${use}`))
    .filter((use) => !/clearing|\{false\}/.test(use))
  expect(nameless).toEqual([])
})
