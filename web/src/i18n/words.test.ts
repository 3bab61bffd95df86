import { describe, expect, it } from 'vitest'
import type { AttributeType } from '~/api/types'
import { fieldType } from '~/fields/registry'
import { attribute } from '~/testing/attributes'
import { nearestLanguage, withinSentence } from './index'

type Words = { [key: string]: string | Words }

const merged = (one: Words, other: Words): Words =>
  Object.entries(other).reduce((all, [key, value]) => {
    const before = all[key]
    return { ...all, [key]: typeof before === 'object' && typeof value === 'object' ? merged(before, value) : value }
  }, one)

/** What is always loaded, and what is loaded with the parts that need it. */
const files = import.meta.glob<Words>('./**/*.json', { import: 'default', eager: true })
const wordsIn = (language: string): Words =>
  Object.entries(files).reduce(
    (all, [path, words]) => (path.endsWith(`/${language}.json`) ? merged(all, words) : all),
    {} as Words,
  )
const en = wordsIn('en')
const simplified = wordsIn('zh-CN')
const traditional = wordsIn('zh-TW')

const flat = (words: Words, before = ''): [string, string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  )

const keys = (words: Words) =>
  flat(words)
    .map(([key]) => key)
    .sort()
const blanks = (text: string) => [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort()

describe('The words of the console', () => {
  it('are the same set in every language', () => {
    expect(keys(traditional)).toEqual(keys(simplified))
    expect(keys(en)).toEqual(keys(simplified))
  })

  it('are nowhere empty', () => {
    for (const words of [simplified, traditional, en]) {
      expect(flat(words).filter(([, text]) => text.trim() === '')).toEqual([])
    }
  })

  it('leave the same blanks in both Chinese languages', () => {
    const texts = new Map(flat(traditional))
    for (const [key, text] of flat(simplified)) expect(blanks(texts.get(key) ?? ''), key).toEqual(blanks(text))
  })

  it('have no simplified characters in the Chinese of Taiwan', () => {
    const onlySimplified =
      /[们个这说时间发现长东车门马鸟鱼龙见贝页风飞钱银铁红绿网络账户删选应约联记录类层级设计认识试词语调请谁读写务动劳医华单卖园图圆场块处备够头奖妆妇]/
    expect(flat(traditional).filter(([, text]) => onlySimplified.test(text))).toEqual([])
  })

  it('call records one thing in the Chinese of Taiwan, wherever people read it', () => {
    const files = {
      ...import.meta.glob<string>('../../../src/main/resources/messages/*_zh_TW.properties', {
        query: '?raw',
        import: 'default',
        eager: true,
      }),
      ...import.meta.glob<string>('../../../docs/guide/**/*.md', { query: '?raw', import: 'default', eager: true }),
    }
    expect(Object.keys(files).length).toBeGreaterThan(20)
    const texts = [...flat(traditional), ...Object.entries(files)]
    expect(texts.filter(([, text]) => text.includes('紀錄')).map(([where]) => where)).toEqual([])
  })

  it('name every operator of every type', () => {
    const types: AttributeType[] = [
      'text',
      'email',
      'phone',
      'url',
      'number',
      'decimal',
      'percent',
      'money',
      'date',
      'time',
      'boolean',
      'choice',
      'reference',
    ]
    const known = new Set(keys(en))
    for (const type of types) {
      const sample = attribute('sample', type, { toPerson: true })
      for (const { name } of fieldType(sample).operators(sample)) {
        expect(known.has(`operator.${name}.name`) && known.has(`operator.${name}.chip`), `${type} ${name}`).toBe(true)
      }
    }
  })
})

describe('The language', () => {
  it.each([
    [['zh-Hant-HK', 'en'], 'zh-TW'],
    [['zh-HK'], 'zh-TW'],
    [['zh'], 'zh-CN'],
    [['zh-Hans-SG'], 'zh-CN'],
    [['de', 'en-GB'], 'en'],
    [['fr'], 'en'],
  ])('nearest to %j is %s', (wanted, expected) => {
    expect(nearestLanguage(wanted)).toBe(expected)
  })

  it('writes labels small within an English sentence, but not abbreviations', () => {
    expect(withinSentence('Contact log', 'en')).toBe('contact log')
    expect(withinSentence('ID', 'en')).toBe('ID')
    expect(withinSentence('客户', 'zh-CN')).toBe('客户')
  })
})
