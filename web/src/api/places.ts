import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { request } from './client'
import type { Address } from './types'

export type Level = 'province' | 'city' | 'district'

/** A province, city or district of China. */
export interface Division {
  code: string
  name: string
  /** In the other Chinese script, where it is written otherwise there. */
  other: string | null
  /** The code of what it lies in. */
  above: string | null
  level: Level
  /** In pinyin, a blank between syllables. */
  spelling: string
}

/** Of what addresses are put together. */
export interface Places {
  countries: { code: string; name: string }[]
  /** What is above before what lies in it. */
  divisions: Division[]
}

/** It only changes with the program. */
export const placesQuery = (language: string) =>
  queryOptions({ queryKey: ['places', language], queryFn: () => request<Places>('places'), staleTime: Infinity })

/** @param wanted whether they are needed already; undefined until they are there */
export function usePlaces(wanted = true): Places | undefined {
  const { i18n } = useTranslation()
  return useQuery({ ...placesQuery(i18n.language), enabled: wanted }).data
}

/** The parts of an address that is written as one line. */
export const useAddressReading = () =>
  useMutation({
    mutationFn: (text: string) => request<Address>('places/address', { method: 'POST', body: { text } }),
  })
