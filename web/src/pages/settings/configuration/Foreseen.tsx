import { Button, Tag } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ConfigurationChange, ConfigurationOutcome } from '~/api/configuration'
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
          <ul>
            {outcome.items
              .filter((item) => item.part === part)
              .map((item) => (
                <ForeseenItem key={item.key} item={item} />
              ))}
          </ul>
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

function ForeseenItem({ item }: { item: ConfigurationChange }) {
  const { t } = useTranslation()
  return (
    <li className={item.change === 'kept' ? 'kept' : undefined}>
      <Tag color={COLOURS[item.change]}>{t(`configuration.change.${item.change}`)}</Tag>
      <div>
        <b>{item.key === 'settings' ? t('nav.settings') : item.key}</b>
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
