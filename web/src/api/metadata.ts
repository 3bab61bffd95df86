import { useMemo } from 'react'
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { settleFormats } from '~/fields/format'
import { request } from './client'
import type { Attribute, Metadata, ObjectType } from './types'

/**
 * What follows from the whole of it: whoever creates records is a person who signs in, so the people are what `createdBy`
 * refers to; and whoever sets up an object adds to its choices.
 */
function completed(metadata: Metadata): Metadata {
  const all = metadata.objects.flatMap((object) => object.attributes)
  const people = all.find((attribute) => attribute.name === 'createdBy')?.reference
  for (const attribute of all) attribute.toPerson = people !== undefined && attribute.reference === people
  for (const { name, attributes } of metadata.objects.filter(({ rights }) => rights.configure))
    for (const attribute of attributes) if (attribute.type === 'choices') attribute.extends = name
  return metadata
}

export const metadataQuery = (language: string) =>
  queryOptions({
    queryKey: ['metadata', language],
    queryFn: async () => {
      const metadata = completed(await request<Metadata>('metadata'))
      settleFormats(metadata.tenant.numberFormat, metadata.tenant.dateFormat)
      return metadata
    },
    staleTime: 5 * 60_000,
  })

/** Fast look-ups over the metadata of the signed-in person. */
export class Catalog {
  private readonly objects: Map<string, ObjectType>
  private readonly attributes = new Map<string, Map<string, Attribute>>()

  constructor(readonly metadata: Metadata) {
    this.objects = new Map(metadata.objects.map((object) => [object.name, object]))
    for (const object of metadata.objects) {
      this.attributes.set(object.name, new Map(object.attributes.map((attribute) => [attribute.name, attribute])))
    }
  }

  object(name: string): ObjectType | undefined {
    return this.objects.get(name)
  }

  attribute(object: string, name: string): Attribute | undefined {
    return this.attributes.get(object)?.get(name)
  }

  /** The named attributes in the order of the names; names nobody knows are left out. */
  pick(object: string, names: readonly string[]): Attribute[] {
    return names.flatMap((name) => this.attribute(object, name) ?? [])
  }

  /** The objects with pages of their own; rows that live inside another record have none. */
  get pages(): ObjectType[] {
    return this.metadata.objects.filter((object) => !object.partOf && !object.capabilities.includes('hidden'))
  }

  get creatable(): ObjectType[] {
    return this.pages.filter((object) => object.rights.create)
  }
}

const catalogs = new WeakMap<Metadata, Catalog>()

function catalogOf(metadata: Metadata): Catalog {
  const known = catalogs.get(metadata)
  if (known) return known
  const catalog = new Catalog(metadata)
  catalogs.set(metadata, catalog)
  return catalog
}

export function useCatalog(): Catalog {
  const { i18n } = useTranslation()
  const { data } = useSuspenseQuery(metadataQuery(i18n.language))
  return useMemo(() => catalogOf(data), [data])
}
