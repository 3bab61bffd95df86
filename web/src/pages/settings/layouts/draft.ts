import type { Layout, LayoutSection, LayoutsInput } from '~/api/layouts'

/** Of what no section of its own shows, such as who made a record. */
export const SYSTEM = 'system'
/** Of what nobody has placed. */
export const FURTHER = 'further'

const standing = ({ sections }: Layout): string[] => sections.flatMap(({ attributes }) => attributes)

/** What is asked first is asked in the order in which it stands; what stands nowhere comes last. */
function settled(layout: Layout): Layout {
  const order = standing(layout)
  const quick = layout.quick ?? []
  const shown = quick.filter((name) => !layout.hidden.includes(name))
  return {
    ...layout,
    quick: [...order.filter((name) => shown.includes(name)), ...shown.filter((name) => !order.includes(name))],
  }
}

function add(sections: LayoutSection[], key: string, rest: string[]): LayoutSection[] {
  if (rest.length === 0) return sections
  return sections.some((section) => section.key === key)
    ? sections.map((section) =>
        section.key === key ? { ...section, attributes: [...section.attributes, ...rest] } : section,
      )
    : [...sections, { key, labels: {}, attributes: rest }]
}

/** A layout with everything at the place where it is shown: what it does not mention stands behind the others. */
export function complete(layout: Layout, own: Layout): Layout {
  const all = standing(own)
  const mentioned = new Set([...standing(layout), ...layout.hidden])
  const rest = all.filter((name) => !mentioned.has(name))
  const system = new Set(own.sections.find(({ key }) => key === SYSTEM)?.attributes)
  const sections = add(
    add(
      layout.sections,
      FURTHER,
      rest.filter((name) => !system.has(name)),
    ),
    SYSTEM,
    rest.filter((name) => system.has(name)),
  )
  return { ...layout, sections, quick: layout.quick ?? own.quick }
}

const without = (layout: Layout, name: string): Layout => ({
  ...layout,
  sections: layout.sections.map((section) => ({
    ...section,
    attributes: section.attributes.filter((each) => each !== name),
  })),
  hidden: layout.hidden.filter((each) => each !== name),
})

/** Puts an attribute into a section, at the end where no other is named before which it comes. */
export function place(layout: Layout, name: string, key: string, before?: string): Layout {
  if (name === before) return layout
  const rest = without(layout, name)
  return settled({
    ...rest,
    sections: rest.sections.map((section) => {
      if (section.key !== key) return section
      const at = before === undefined ? -1 : section.attributes.indexOf(before)
      return { ...section, attributes: section.attributes.toSpliced(at < 0 ? section.attributes.length : at, 0, name) }
    }),
  })
}

export function leaveOut(layout: Layout, name: string): Layout {
  const rest = without(layout, name)
  return settled({ ...rest, hidden: [...rest.hidden, name] })
}

/** One place up or down, into the neighbouring section at the edge of its own. */
export function moveBy(layout: Layout, name: string, by: 1 | -1): Layout {
  const { sections } = layout
  const at = sections.findIndex(({ attributes }) => attributes.includes(name))
  const section = sections[at]
  if (!section) return layout
  const place = section.attributes.indexOf(name)
  const next = place + by
  if (next >= 0 && next < section.attributes.length)
    return settled({
      ...layout,
      sections: sections.with(at, {
        ...section,
        attributes: section.attributes.toSpliced(place, 1).toSpliced(next, 0, name),
      }),
    })
  const neighbour = sections[at + by]
  if (!neighbour) return layout
  const attributes = by > 0 ? [name, ...neighbour.attributes] : [...neighbour.attributes, name]
  return settled({
    ...layout,
    sections: sections
      .with(at, { ...section, attributes: section.attributes.toSpliced(place, 1) })
      .with(at + by, { ...neighbour, attributes }),
  })
}

export const toggleQuick = (layout: Layout, name: string): Layout =>
  settled({
    ...layout,
    quick: layout.quick?.includes(name)
      ? layout.quick.filter((each) => each !== name)
      : [...(layout.quick ?? []), name],
  })

export function addSection(layout: Layout, labels: Record<string, string>): Layout {
  let number = 1
  while (layout.sections.some(({ key }) => key === `own-${number}`)) number++
  return { ...layout, sections: [...layout.sections, { key: `own-${number}`, labels, attributes: [] }] }
}

export const rename = (layout: Layout, key: string, labels: Record<string, string>): Layout => ({
  ...layout,
  sections: layout.sections.map((section) => (section.key === key ? { ...section, labels } : section)),
})

export function moveSection(layout: Layout, key: string, by: 1 | -1): Layout {
  const at = layout.sections.findIndex((section) => section.key === key)
  const section = layout.sections[at]
  const next = at + by
  return section && next >= 0 && next < layout.sections.length
    ? settled({ ...layout, sections: layout.sections.toSpliced(at, 1).toSpliced(next, 0, section) })
    : layout
}

/** Takes a section away; what stood in it stands in the one before it, or behind it where it was the first. */
export function removeSection(layout: Layout, key: string): Layout {
  const at = layout.sections.findIndex((section) => section.key === key)
  const section = layout.sections[at]
  const heir = layout.sections[at === 0 ? 1 : at - 1]
  if (!section || !heir) return layout
  const attributes =
    at === 0 ? [...section.attributes, ...heir.attributes] : [...heir.attributes, ...section.attributes]
  return settled({
    ...layout,
    sections: layout.sections
      .filter((each) => each !== section)
      .map((each) => (each === heir ? { ...each, attributes } : each)),
  })
}

/** What tells a layout from the others of its object. */
export const audience = ({ kind, role }: Pick<Layout, 'kind' | 'role'>): string => `${kind ?? ''}/${role?.id ?? ''}`

/** The one that holds for everybody and all records, whether it is settled or not. */
export const EVERYBODY = audience({ kind: null, role: null })

/** Puts a layout in the place of the one for the same audience; a new one stands last. */
export function withLayout(input: LayoutsInput, layout: Layout): LayoutsInput {
  const at = input.layouts.findIndex((each) => audience(each) === audience(layout))
  return { ...input, layouts: at < 0 ? [...input.layouts, layout] : input.layouts.with(at, layout) }
}

export const withoutLayout = (input: LayoutsInput, key: string): LayoutsInput => ({
  ...input,
  layouts: input.layouts.filter((each) => audience(each) !== key),
})
