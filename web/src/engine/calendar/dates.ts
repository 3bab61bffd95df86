import type { Attribute, ObjectType } from '~/api/types'

const TIMES = new Set(['date', 'time'])
const UNASKED = new Set(['deletedAt'])
const OF_THE_PROGRAM = new Set(['createdAt', 'updatedAt'])

/** The attributes by which records of an object stand in a calendar; none where there is nothing but when they were written down. */
export function datesOf(object: ObjectType): Attribute[] {
  const all = object.attributes.filter(
    ({ name, type, filterable, masked }) => TIMES.has(type) && filterable && !masked && !UNASKED.has(name),
  )
  return all.some(({ name }) => !OF_THE_PROGRAM.has(name)) ? all : []
}

/** What the list begins with is what people want to see of it; else what somebody decides rather than what happens. */
export function usualDate(object: ObjectType): Attribute | undefined {
  const dates = datesOf(object)
  return (
    object.columns.flatMap((name) => dates.find((date) => date.name === name) ?? []).find(({ writable }) => writable) ??
    dates.find(({ writable }) => writable) ??
    dates[0]
  )
}
