import { describe, expect, it } from 'vitest'
import { PLACES } from '~/pages/kit/specimens'
import { toWire } from '../wire'
import { attribute } from '~/testing/attributes'
import {
  homeOf,
  isHit,
  lineOf,
  merged,
  partsOf,
  placeName,
  placeOptions,
  searchOf,
  treeOf,
  withWritten,
} from './places'
import type { Catalog } from '~/api/metadata'

const SHENZHEN = { country: 'CN', province: '440000', city: '440300', district: '440305', street: '科苑路8号' }

describe('The divisions', () => {
  it('stand below what they lie in, a municipality having no city', () => {
    const [shanghai, guangdong] = treeOf(PLACES)
    expect(shanghai?.children?.map(({ label }) => label)).toEqual(['浦东新区'])
    expect(guangdong?.children?.[0]?.children?.map(({ value }) => value)).toEqual(['440305'])
  })

  it('are found by name, pinyin and initials', () => {
    expect(searchOf({ name: '中山市', other: null, spelling: 'zhong shan shi' })).toBe('中山市 zhongshanshi zss')
    expect(searchOf({ name: '南山区', other: '南山區', spelling: 'nan shan qu' })).toBe('南山区 南山區 nanshanqu nsq')
    expect(placeOptions(PLACES, 'districts').map(({ label }) => label)).toEqual([
      '浦东新区 · 上海市',
      '南山区 · 深圳市 · 广东省',
    ])
  })

  it('are cities where they have no city above their districts, to who asks for one', () => {
    expect(placeOptions(PLACES, 'cities').map(({ label }) => label)).toEqual(['上海市', '深圳市 · 广东省'])
  })

  it('are the parts of an address by their level', () => {
    expect(partsOf(PLACES, ['310000', '310115'])).toEqual({ province: '310000', district: '310115' })
  })
})

describe('An address', () => {
  it('reads as the country writes it', () => {
    expect(lineOf(PLACES, SHENZHEN)).toBe('广东省深圳市南山区科苑路8号')
    expect(lineOf(PLACES, { country: 'HK', city: 'Kowloon', street: '1 Nathan Rd' })).toBe(
      '1 Nathan Rd, Kowloon, 中国香港',
    )
  })

  it('goes to the server without how it reads, and not at all where it says nothing', () => {
    const office = attribute('office', 'address')
    expect(toWire({} as Catalog, office, { ...SHENZHEN, text: 'x' })).toEqual(SHENZHEN)
    expect(toWire({} as Catalog, office, { text: 'x' })).toBeNull()
  })

  it('is usually where the company is', () => {
    expect(homeOf('CNY', 'en')).toBe('CN')
    expect(homeOf('USD', 'zh-CN')).toBe('CN')
    expect(homeOf('USD', 'en')).toBeUndefined()
  })
})

describe('A pasted line', () => {
  const { street: _street, ...chosen } = SHENZHEN

  it('replaces what was chosen where it names divisions', () => {
    const read = { country: 'CN', province: '310000', district: '310115', street: '世纪大道1号' }
    expect(merged({ ...chosen, postcode: '518057' }, read)).toEqual({ ...read, postcode: '518057' })
    const abroad = { country: 'US', street: '1 Main St' }
    expect(merged(chosen, abroad)).toEqual(abroad)
  })

  it('leaves what was chosen where it names none', () => {
    expect(merged(chosen, { street: '科苑路8号' })).toBeUndefined()
    expect(merged(chosen, { country: 'CN', street: '科苑路8号' })).toBeUndefined()
    expect(merged(chosen, { country: 'US' })).toBeUndefined()
    const texan = { country: 'US', province: 'Texas' }
    expect(merged(texan, { country: 'US', street: '1 Main St' })).toEqual({ ...texan, street: '1 Main St' })
  })
})

describe('What is typed into a filter', () => {
  const hits = (text: string) =>
    withWritten(placeOptions(PLACES, 'districts'), 'districts', text)
      .filter((option) => isHit(text, option))
      .map(({ value }) => value)

  it('is a place where one is called so, else itself', () => {
    expect(hits('nansh')).toEqual(['440305', 'nansh'])
    expect(hits(' Springfield ')).toEqual(['Springfield'])
    expect(withWritten(placeOptions(PLACES, 'countries'), 'countries', 'Nowhere')).toEqual(
      placeOptions(PLACES, 'countries'),
    )
  })
})

it('calls a place by its name, and what nobody knows as it is written', () => {
  expect(placeName(PLACES, 'provinces', '440000')).toBe('广东省')
  expect(placeName(PLACES, 'cities', 'Springfield')).toBe('Springfield')
})
