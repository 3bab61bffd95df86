import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import type { RecordEntry } from '~/api/timeline'
import type { Attribute, ObjectType, Reference } from '~/api/types'
import { isEmpty } from '~/fields/registry'
import { Value } from '~/fields/Value'
import { finishingOf } from '../shared/finishing'
import { EntryFrame } from './EntryFrame'
import { Thread } from './Thread'
import { Tick } from './Tick'

const firstLine = (text: unknown): string => String(text ?? '').split('\n', 1)[0] ?? ''

/** What of a record its entry tells: marks beside the name, then its texts. */
function told(object: ObjectType, entry: RecordEntry, host: string) {
  const given = object.attributes.filter((attribute) => !isEmpty(entry.values[attribute.name]))
  const inSections = new Set(
    object.sections.filter(({ name }) => name !== 'system').flatMap((section) => section.attributes),
  )
  const shown = given.filter((attribute) => inSections.has(attribute.name) && attribute.name !== object.title)
  const finished = finishingOf(object)?.state.name
  const isOther = (attribute: Attribute) =>
    attribute.type === 'reference' && !attribute.toPerson && (entry.values[attribute.name] as Reference).id !== host
  return {
    marks: shown.filter((attribute) => attribute.choices && attribute.name !== finished),
    dates: shown.filter((attribute) => attribute.type === 'date'),
    others: shown.filter(isOther),
    long: shown.filter((attribute) => attribute.multiline),
    short: shown.filter((attribute) => attribute.type === 'text' && !attribute.multiline),
  }
}

/** A record that is an entry: what was said, or what is to be done. */
export function RecordItem({ entry, host }: { entry: RecordEntry; host: string }) {
  const { t } = useTranslation()
  const object = useCatalog().object(entry.kind)
  if (!object) return null
  const { marks, dates, others, long, short } = told(object, entry, host)
  const owner = entry.values.owner as Reference | undefined
  const finishing = finishingOf(object)
  const title = String(entry.values[object.title] ?? '')
  const said = long.map((attribute) => String(entry.values[attribute.name]))
  // A title made of what was said tells nothing more.
  const titled = finishing !== undefined || !said.some((text) => firstLine(text).startsWith(title.replace(/…$/, '')))
  const closed = finishing?.done.includes(String(entry.values[finishing.state.name]))
  const link = (
    <Link className="quiet-link" to="/$object/$id" params={{ object: object.name, id: entry.record.id }}>
      {title}
    </Link>
  )
  return (
    <EntryFrame
      name={finishing ? entry.by?.title : (owner?.title ?? entry.by?.title)}
      at={entry.at}
      head={
        <>
          <Link className="sub kind" to="/$object/$id" params={{ object: object.name, id: entry.record.id }}>
            {object.label}
          </Link>
          {marks.map((attribute) => (
            <Value key={attribute.name} attribute={attribute} value={entry.values[attribute.name]} dense />
          ))}
          {others.map((attribute) => (
            <Value key={attribute.name} attribute={attribute} value={entry.values[attribute.name]} />
          ))}
        </>
      }
    >
      {finishing ? (
        <p className={closed ? 'task closed' : 'task'}>
          <Tick object={object} entry={entry} />
          {link}
          {dates.map((attribute) => (
            <span key={attribute.name} className="sub" title={attribute.label}>
              {attribute.label} <Value attribute={attribute} value={entry.values[attribute.name]} dense />
            </span>
          ))}
          {owner?.title && <span className="sub">{t('timeline.for', { name: owner.title })}</span>}
        </p>
      ) : (
        titled && <p className="body titled">{link}</p>
      )}
      {said.map((text, index) => (
        <p key={index} className="body said">
          {text}
        </p>
      ))}
      {(short.length > 0 || (!finishing && dates.length > 0)) && (
        <dl className="more">
          {[...short, ...(finishing ? [] : dates)].map((attribute) => (
            <div key={attribute.name}>
              <dt>{attribute.label}</dt>
              <dd>
                <Value attribute={attribute} value={entry.values[attribute.name]} dense />
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="below">
        <Thread place={{ object: entry.kind, id: entry.record.id }} replies={entry.comments} />
      </div>
    </EntryFrame>
  )
}
