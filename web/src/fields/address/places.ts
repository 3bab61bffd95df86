import type { Division, Level, Places } from '~/api/places'
import type { Address } from '~/api/types'
import type { PlaceKind } from '../operator'

export const CHINA = 'CN'
export const LEVELS = ['province', 'city', 'district'] as const

/** A division with those that lie in it, as a cascade shows them. */
export interface PlaceOption {
  value: string
  label: string
  search: string
  children?: PlaceOption[]
}

/** By its name in both scripts, its pinyin and the initials of that: 广东省, 廣東省, guangdong, gds. */
export const searchOf = ({ name, other, spelling }: Pick<Division, 'name' | 'other' | 'spelling'>): string =>
  `${other ? `${name} ${other}` : name} ${spelling.replaceAll(' ', '')} ${spelling.replaceAll(/(\S)\S*\s*/g, '$1')}`

const trees = new WeakMap<Places, PlaceOption[]>()

/** The provinces with all that lies in them. */
export function treeOf(places: Places): PlaceOption[] {
  const known = trees.get(places)
  if (known) return known
  const options = new Map<string, PlaceOption>()
  const tree: PlaceOption[] = []
  for (const division of places.divisions) {
    const option = { value: division.code, label: division.name, search: searchOf(division) }
    options.set(division.code, option)
    const above = division.above ? options.get(division.above) : undefined
    if (above) (above.children ??= []).push(option)
    else tree.push(option)
  }
  trees.set(places, tree)
  return tree
}

const indexes = new WeakMap<Places, Map<string, Division>>()

export function divisionsOf(places: Places): Map<string, Division> {
  let index = indexes.get(places)
  if (!index) indexes.set(places, (index = new Map(places.divisions.map((division) => [division.code, division]))))
  return index
}

/** The parts that the codes on the way to a division are. */
export function partsOf(places: Places, path: readonly string[]): Address {
  const parts: Address = {}
  for (const code of path) {
    const division = divisionsOf(places).get(code)
    if (division) parts[division.level] = code
  }
  return parts
}

/** How it will read, until the server says so; what is written elsewhere in the world is for the server to say. */
export function lineOf(places: Places | undefined, address: Address): string {
  const names = places ? divisionsOf(places) : undefined
  const divisions = LEVELS.map((level) => address[level] ?? '').map((part) => names?.get(part)?.name ?? part)
  const { street = '', postcode = '' } = address
  const parts =
    address.country === CHINA
      ? [divisions.join('') + street, postcode]
      : [
          street,
          ...divisions.toReversed(),
          postcode,
          places?.countries.find(({ code }) => code === address.country)?.name,
        ]
  return parts.filter(Boolean).join(address.country === CHINA ? ' ' : ', ')
}

/**
 * What a pasted line makes of an address: the divisions it names, else those that were chosen already.
 *
 * @returns undefined where it says no more than where the street is
 */
export function merged(before: Address, read: Address): Address | undefined {
  if (!read.province && !(read.country && read.country !== CHINA && read.street)) return undefined
  const { country, street: _street, text: _text, ...chosen } = before
  if (read.country !== country) return read
  return read.province ? { postcode: before.postcode, ...read } : { ...chosen, ...read }
}

const HOMES: Record<string, string> = { CNY: CHINA, HKD: 'HK', MOP: 'MO', TWD: 'TW' }

/** Where a company's addresses usually are: by its currency, else by the reader's language. */
export const homeOf = (currency: string, language: string): string | undefined =>
  HOMES[currency] ?? (language === 'zh-CN' ? CHINA : undefined)

const LEVEL_OF: Record<PlaceKind, Level | undefined> = {
  countries: undefined,
  provinces: 'province',
  cities: 'city',
  districts: 'district',
}

export interface PlaceHit {
  value: string
  label: string
  search: string
}

export const isHit = (text: string, { search }: Pick<PlaceHit, 'search'>): boolean =>
  search.includes(text.trim().toLowerCase())

/** What can be chosen where this was typed: what is called so, and behind that the text itself, since others have places too. */
export function withWritten(options: PlaceHit[], kind: PlaceKind, text: string): PlaceHit[] {
  const written = text.trim()
  return written && kind !== 'countries'
    ? [...options, { value: written, label: written, search: written.toLowerCase() }]
    : options
}

const lists = new WeakMap<Places, Map<PlaceKind, PlaceHit[]>>()

/** All places of a kind; of a name that others have too, the way there tells which is meant. */
export function placeOptions(places: Places, kind: PlaceKind) {
  let known = lists.get(places)
  if (!known) lists.set(places, (known = new Map()))
  const options = known.get(kind) ?? made(places, kind)
  known.set(kind, options)
  return options
}

/** Those whose districts lie in them directly: who asks for cities means them, too. */
const municipalitiesOf = (places: Places): Set<string> => {
  const index = divisionsOf(places)
  const above = places.divisions.flatMap((division) => (division.level === 'district' ? (division.above ?? []) : []))
  return new Set(above.filter((code) => index.get(code)?.level === 'province'))
}

function made(places: Places, kind: PlaceKind) {
  const level = LEVEL_OF[kind]
  if (!level)
    return places.countries.map(({ code, name }) => ({
      value: code,
      label: name,
      search: `${name} ${code}`.toLowerCase(),
    }))
  const index = divisionsOf(places)
  const way = ({ name, above }: Division): string => {
    const upper = above ? index.get(above) : undefined
    return upper ? `${name} · ${way(upper)}` : name
  }
  const isOwnCity = kind === 'cities' ? municipalitiesOf(places) : undefined
  return places.divisions
    .filter((division) => division.level === level || isOwnCity?.has(division.code))
    .map((division) => ({ value: division.code, label: way(division), search: searchOf(division) }))
}

/** What a place is called; a code that nobody knows, and what was written freely, as it is. */
export function placeName(places: Places | undefined, kind: PlaceKind, code: string): string {
  if (!places) return '…'
  const known =
    kind === 'countries' ? places.countries.find((country) => country.code === code) : divisionsOf(places).get(code)
  return known?.name ?? code
}

export const isPlaceKind = (kind: string): kind is PlaceKind => kind in LEVEL_OF
