import type { Attribute, ObjectType } from '~/api/types'

type Read = (name: string) => unknown

const codesOf = (value: unknown): string[] =>
  Array.isArray(value) ? (value as string[]) : typeof value === 'string' && value !== '' ? [value] : []

/** The codes that fit to what another choice of the record is; undefined where all do. */
export function fittingCodes({ dependsOn }: Attribute, read: Read): Set<string> | undefined {
  if (!dependsOn) return undefined
  const chosen = codesOf(read(dependsOn.attribute))
  const lines = chosen.map((code) => dependsOn.fits[code])
  // None chosen, or one that says nothing, restricts nothing.
  return chosen.length > 0 && lines.every((line) => line !== undefined) ? new Set(lines.flat()) : undefined
}

/** The attribute with no more choices than fit, and those that stand there already. */
export function narrowed(attribute: Attribute, read: Read): Attribute {
  const fitting = fittingCodes(attribute, read)
  if (!fitting || !attribute.choices) return attribute
  const held = codesOf(read(attribute.name))
  return { ...attribute, choices: attribute.choices.filter(({ code }) => fitting.has(code) || held.includes(code)) }
}

/** What has to be emptied because an attribute got another value, by name, with what fits of it; over however many steps. */
export function misfits(object: ObjectType, changed: string, read: Read): Record<string, unknown> {
  const values: Record<string, unknown> = {}
  const now: Read = (name) => (name in values ? values[name] : read(name))
  const visited = new Set<string>()
  const follow = (name: string) => {
    if (visited.has(name)) return
    visited.add(name)
    for (const attribute of object.attributes.filter(({ dependsOn }) => dependsOn?.attribute === name)) {
      const fitting = fittingCodes(attribute, now)
      const held = codesOf(now(attribute.name))
      if (!fitting || held.every((code) => fitting.has(code))) continue
      const left = held.filter((code) => fitting.has(code))
      values[attribute.name] = left.length > 0 ? left : null
      follow(attribute.name)
    }
  }
  follow(changed)
  return values
}
