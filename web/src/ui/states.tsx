import type { ReactNode } from 'react'
import { Button, Spin } from 'antd'
import { CloudOff, FileQuestion, Inbox, Lock, TriangleAlert, type LucideIcon } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { asProblem, type Problem } from '~/api/problem'
import './states.css'

interface StateProps {
  icon: LucideIcon
  title: string
  detail?: string
  children?: ReactNode
  alert?: boolean
}

const State = ({ icon: Icon, title, detail, children, alert }: StateProps) => (
  <div className="state" role={alert ? 'alert' : undefined}>
    <Icon size={28} strokeWidth={1.5} aria-hidden />
    <h2>{title}</h2>
    {detail && <p>{detail}</p>}
    {children && <div className="ways">{children}</div>}
  </div>
)

export const Empty = ({ title, detail, children }: { title: string; detail?: string; children?: ReactNode }) => (
  <State icon={Inbox} title={title} detail={detail}>
    {children}
  </State>
)

const KINDS: Record<number, { icon: LucideIcon; words: string }> = {
  0: { icon: CloudOff, words: 'offline' },
  403: { icon: Lock, words: 'forbidden' },
  404: { icon: FileQuestion, words: 'missing' },
}

/** What went wrong, in the server's own words where it gave any, and the way forward. */
export function Failure({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { t } = useTranslation()
  const problem: Problem = asProblem(error)
  const { icon, words } = KINDS[problem.status] ?? { icon: TriangleAlert, words: 'failed' }
  return (
    <State
      icon={icon}
      alert
      title={problem.title || t(`state.${words}`)}
      detail={problem.message || t(`state.${words}Detail`)}
    >
      {onRetry && problem.status !== 403 && problem.status !== 404 && (
        <Button onClick={onRetry}>{t('action.retry')}</Button>
      )}
      {children}
    </State>
  )
}

export function Loading() {
  const { t } = useTranslation()
  return (
    <div className="state" role="status" aria-label={t('state.loading')}>
      <Spin delay={300} />
    </div>
  )
}

/** Grey bars in the place of rows to come, so that nothing jumps when they do. */
export const SkeletonRows = ({ rows = 5 }: { rows?: number }) => (
  <div className="skeleton" aria-hidden>
    {Array.from({ length: rows }, (_, row) => (
      <i key={row} style={{ width: `${88 - ((row * 17) % 40)}%` }} />
    ))}
  </div>
)
