import { useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import {
  BadgeCheck,
  ChartColumn,
  CopyCheck,
  House,
  Layers,
  type LucideIcon,
  Plus,
  Recycle,
  Settings,
  Workflow,
} from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { searchOptions } from '~/api/search'
import { iconOf } from '~/ui/icons'
import { useDebounced } from '~/ui/useDebounced'
import { startOf, useHasQuality, useHasSales } from '~/ui/frame/areas'
import { useForms } from '../form/Forms'

export interface Entry {
  id: string
  title: string
  subtitle?: string | null
  icon: LucideIcon
  run: () => void
}

export interface Group {
  label: string
  entries: Entry[]
}

const matches = (entry: Entry, words: string): boolean => entry.title.toLowerCase().includes(words.toLowerCase())

function useHits(words: string): { groups: Group[]; searching: boolean } {
  const catalog = useCatalog()
  const navigate = useNavigate()
  const { data, isFetching } = useQuery(searchOptions(words))
  const groups = useMemo(() => {
    const byObject = Map.groupBy(words ? (data?.items ?? []) : [], (hit) => hit.object)
    return [...byObject].flatMap(([name, hits]) => {
      const object = catalog.object(name)
      return object
        ? [
            {
              label: object.pluralLabel,
              entries: hits.map((hit) => ({
                id: `${name}/${hit.id}`,
                title: hit.title,
                // What was found says why it is here, above all where it stands in a file.
                subtitle: hit.matched ?? hit.subtitle,
                icon: iconOf(object.icon),
                run: () => void navigate({ to: '/$object/$id', params: { object: name, id: hit.id } }),
              })),
            },
          ]
        : []
    })
  }, [data, words, catalog, navigate])
  return { groups, searching: isFetching }
}

/** What the palette offers for the words typed: records by object, pages to jump to, things to create. */
export function useEntries(words: string): { groups: Group[]; searching: boolean } {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const navigate = useNavigate()
  const sales = useHasSales()
  const quality = useHasQuality()
  const duplicates = catalog.pages.some((object) => object.compared?.length)
  const { create } = useForms()
  const { groups: hits, searching } = useHits(useDebounced(words.trim(), 150))

  const fixed = useMemo(() => {
    const page = (
      to: '/' | '/insight' | '/quality' | '/duplicates' | '/segments' | '/jobs' | '/recycle-bin' | '/settings',
      title: string,
      icon: LucideIcon,
    ): Entry => ({
      id: `page:${to}`,
      title,
      icon,
      run: () => void navigate({ to }),
    })
    const pages: Entry[] = [
      page('/', t('page.home'), House),
      ...(sales ? [page('/insight', t('page.sales'), ChartColumn)] : []),
      ...(quality ? [page('/quality', t('page.quality'), BadgeCheck)] : []),
      ...catalog.pages.map((object) => ({
        id: `page:${object.name}`,
        title: object.pluralLabel,
        icon: iconOf(object.icon),
        run: () => void navigate({ to: '/$object', params: { object: object.name }, search: startOf(object) }),
      })),
      ...(duplicates ? [page('/duplicates', t('page.duplicates'), CopyCheck)] : []),
      page('/segments', t('page.segments'), Layers),
      page('/jobs', t('page.jobs'), Workflow),
      page('/recycle-bin', t('page.recycleBin'), Recycle),
      page('/settings', t('page.settings'), Settings),
    ]
    const actions: Entry[] = catalog.creatable.map((object) => ({
      id: `create:${object.name}`,
      title: t('action.createOne', { label: object.label }),
      icon: Plus,
      run: () => create(object.name),
    }))
    return [
      { label: t('search.actions'), entries: actions },
      { label: t('search.pages'), entries: pages },
    ]
  }, [catalog, navigate, create, sales, quality, t])

  const wanted = words.trim()
  const rest = fixed
    .map((group) => ({
      ...group,
      entries: wanted ? group.entries.filter((entry) => matches(entry, wanted)) : group.entries,
    }))
    .filter((group) => group.entries.length > 0)
  return { groups: [...hits, ...rest], searching }
}
