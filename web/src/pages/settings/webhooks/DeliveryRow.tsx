import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Delivery } from '~/api/webhooks'
import { formatTime } from '~/fields/format'

const TROUBLES = new Set(['private-address', 'unreachable', 'timeout', 'secret'])

/** How a message fared: what was answered, how often it was tried, and when again. */
export function DeliveryRow({ delivery, onReplay }: { delivery: Delivery; onReplay: () => void }) {
  const { t, i18n } = useTranslation()
  const { state, status, trouble, attempts, lastAt, nextAt } = delivery
  const words = [
    trouble && TROUBLES.has(trouble) ? t(`webhooks.trouble.${trouble}`) : status && t('webhooks.answered', { status }),
    attempts > 1 && t('webhooks.attempts', { count: attempts }),
    lastAt && formatTime(lastAt, i18n.language),
    state === 'waiting' && attempts > 0 && nextAt && t('webhooks.next', { time: formatTime(nextAt, i18n.language) }),
  ].filter(Boolean)
  return (
    <li>
      <details>
        <summary>
          <span className={`pill ${state === 'sent' ? 'jade' : state === 'failed' ? 'cinnabar' : 'ochre'}`}>
            {t(`webhooks.state.${state}`)}
          </span>
          <code>{delivery.type}</code>
          <span className="sub">{words.join(' · ')}</span>
        </summary>
        <pre>{delivery.body}</pre>
        {delivery.answer && <pre className="answer">{delivery.answer}</pre>}
      </details>
      <Button size="small" disabled={state === 'waiting' && attempts === 0} onClick={onReplay}>
        {t('webhooks.replay')}
      </Button>
    </li>
  )
}
