import type { ObjectType, RecordData } from '~/api/types'
import type { FormSection } from '../form/attributes'
import { InlineField } from './InlineField'

interface SectionCardProps {
  object: ObjectType
  record: RecordData
  section: FormSection
  editable: boolean
  /** Names of attributes whose values do not change as long as the record is as it is. */
  fixed?: ReadonlySet<string>
}

export const SectionCard = ({ object, record, section, editable, fixed }: SectionCardProps) => (
  <section className="card" aria-label={section.label}>
    <h2>{section.label}</h2>
    <div className="kv">
      {section.attributes.map((attribute) => (
        <InlineField
          key={attribute.name}
          object={object}
          record={record}
          attribute={attribute}
          editable={editable && attribute.writable && !attribute.derived && !fixed?.has(attribute.name)}
        />
      ))}
    </div>
  </section>
)
