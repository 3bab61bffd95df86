import { useEffect, useMemo, useRef } from 'react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attribute } from '~/api/attributes'
import { recordsChanged } from '~/api/records'
import { segmentsOptions, type Segment } from '~/api/segments'
import type { Attribute, ObjectType } from '~/api/types'
import type { Operator } from '~/fields/operator'

const OPERATORS: readonly Operator[] = [
  { name: 'anyOf', pattern: '@($list)', operand: 'choices' },
  { name: 'noneOf', pattern: '!@($list)', operand: 'choices' },
  { name: 'is', pattern: '@($text)', operand: 'choices' },
]

/** Lists are asked for again when the members of a segment are found. */
function useFoundMembers(segments: readonly Segment[] | undefined) {
  const client = useQueryClient()
  const before = useRef(0)
  const computing = segments?.filter(({ computedAt }) => !computedAt).length ?? 0
  useEffect(() => {
    if (computing < before.current) void recordsChanged(client)
    before.current = computing
  }, [client, computing])
}

/** Being in a segment, as an attribute one filters by; none where there are no segments of the object. */
export function useSegmentAttribute(object: ObjectType, wanted: boolean): Attribute[] {
  const { t } = useTranslation()
  const { data } = useQuery({ ...segmentsOptions(object.name), enabled: wanted && !object.partOf })
  useFoundMembers(data)
  return useMemo(
    () =>
      data?.length
        ? [
            attribute('inSegment', 'choice', {
              label: t('segments.one'),
              choices: data.map(({ id, name }) => ({
                code: id,
                label: name,
                meaning: null,
                color: null,
                active: true,
              })),
              operators: OPERATORS,
            }),
          ]
        : [],
    [data, t],
  )
}
