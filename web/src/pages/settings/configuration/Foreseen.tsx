import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConfigurationChange, ConfigurationOutcome } from '~/api/configuration'
import { useCatalog, type Catalog } from '~/api/metadata'
import { Empty } from '~/ui/states'

const COLOURS: Record<ConfigurationChange['change'], string | undefined> = {
  added: 'green',
  changed: 'blue',
  removed: 'red',
  kept: undefined,
  refused: 'red',
}

/** What a file would do, part by part; nothing has happened yet. */
export function Foreseen({
  outcome,
  applying,
  onApply,
}: {
  outcome: ConfigurationOutcome
  applying: boolean
  onApply: () => void
}) {
  const { t } = useTranslation()
  const happening = outcome.items.filter(({ change }) => change !== 'kept')
  const refused = happening.some(({ change }) => change === 'refused')
  const parts = [...new Set(outcome.items.map(({ part }) => part))]
  if (outcome.items.length === 0) return <Empty title={t('configuration.same')} />
  return (
    <>
      {parts.map((part) => (
        <section key={part} className="configuration-part" aria-label={t(`configuration.part.${part}`, part)}>
          <h3>{t(`configuration.part.${part}`, part)}</h3>
          <PartItems items={outcome.items.filter((item) => item.part === part)} />
        </section>
      ))}
      <footer className="configuration-foot">
        <p className="grow sub" role={refused ? 'alert' : undefined}>
          {refused
            ? t('configuration.cannot')
            : happening.length === 0
              ? t('configuration.same')
              : t('configuration.count', { count: happening.length })}
        </p>
        <Button type="primary" disabled={refused || happening.length === 0} loading={applying} onClick={onApply}>
          {t('action.apply')}
        </Button>
      </footer>
    </>
  )
}

/** What happens in the open; what is only here, and stays, folded behind it. */
function PartItems({ items }: { items: ConfigurationChange[] }) {
  const { t } = useTranslation()
  const kept = items.filter(({ change }) => change === 'kept')
  return (
    <>
      <ul>
        {items
          .filter(({ change }) => change !== 'kept')
          .map((item) => (
            <ForeseenItem key={item.key} item={item} />
          ))}
      </ul>
      {kept.length > 0 && (
        <details>
          <summary>{t('configuration.kept', { count: kept.length })}</summary>
          <ul>
            {kept.map((item) => (
              <ForeseenItem key={item.key} item={item} />
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

/** What the object, or the field of an object, that a key begins with is called; nothing where it is about something else. */
function calledOf(catalog: Catalog, key: string): string | undefined {
  const [path = '', name] = key.split('.')
  const object = catalog.object(path)
  const attribute = name && catalog.attribute(path, name)
  return object && (!name || attribute)
    ? [object.label, attribute && attribute.label].filter(Boolean).join(' › ')
    : undefined
}

function ForeseenItem({ item }: { item: ConfigurationChange }) {
  const { t } = useTranslation()
  const called = calledOf(useCatalog(), item.key)
  return (
    <li className={item.change === 'kept' ? 'kept' : undefined}>
      <Tag color={COLOURS[item.change]}>{t(`configuration.change.${item.change}`)}</Tag>
      <div>
        <b>{item.key === 'settings' ? t(`configuration.part.${item.part}`, item.part) : (called ?? item.key)}</b>
        {called && <code className="sub"> {item.key}</code>}
        {item.differences.length > 0 && (
          <dl>
            {item.differences.map(({ path, here, there }) => (
              <div key={path}>
                <dt>{path}</dt>
                <dd>
                  <del>{written(here)}</del> → <ins>{written(there)}</ins>
                </dd>
              </div>
            ))}
          </dl>
        )}
        {item.errors.map((error) => (
          <p key={`${error.path} ${error.code}`} className="field-error">
            {error.path && <code>{error.path}</code>} {error.message}
          </p>
        ))}
      </div>
    </li>
  )
}

/** As files have it, on one line. */
const written = (value: unknown): string =>
  value === null || value === undefined ? '—' : typeof value === 'string' ? value : JSON.stringify(value)
