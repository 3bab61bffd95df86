import { Badge } from 'antd'
import { Bell, Star } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { Job, JobState } from '~/api/types'
import { Restricted } from '~/engine/shared/Restricted'
import { JobProgress, StatePill } from '~/pages/jobs/JobState'
import { Avatar } from '~/ui/Avatar'
import { choices } from './specimens'
import { Part, Show } from './Show'

const STATES: JobState[] = ['queued', 'running', 'paused', 'done', 'failed', 'cancelled', 'undone']
const PEOPLE = ['林悦', '王芳', '周启', '沈嘉', 'Anna Snelling', 'Óscar Peña']

/** The small signs that say how something stands, and whose it is. */
export function BadgesPart() {
  const { t } = useTranslation()
  return (
    <Part name="badges">
      <div className="card kit-shows">
        <Show state="colours" wide>
          <span className="kit-row">
            {choices(t).map(({ code, label, color }) => (
              <span key={code} className={`pill ${color}`}>
                {label}
              </span>
            ))}
            <span className="pill ochre kit-narrow" title={t('kit.complaint')}>
              {t('kit.complaint')}
            </span>
          </span>
        </Show>
        <Show state="jobs" wide>
          <span className="kit-row">
            {STATES.map((state) => (
              <StatePill key={state} state={state} />
            ))}
            <StatePill state="running" wish="cancel" />
          </span>
          <JobProgress job={{ state: 'running', progress: 0.42 } as Job} />
        </Show>
        <Show state="people" wide>
          <span className="kit-row">
            {PEOPLE.map((name) => (
              <span key={name} className="person">
                <Avatar name={name} />
                <span>{name}</span>
              </span>
            ))}
            {PEOPLE.map((name) => (
              <Avatar key={name} name={name} size="small" />
            ))}
          </span>
        </Show>
        <Show state="marks" wide>
          <span className="kit-row spread">
            <Badge count={5} size="small">
              <Bell size={17} aria-hidden />
            </Badge>
            <Badge count={120} size="small">
              <Bell size={17} aria-hidden />
            </Badge>
            <Star size={16} className="followed" fill="currentColor" aria-hidden />
            <Restricted when />
            <span className="absent">—</span>
            <span className="sub">{t('kit.names.remarks')}</span>
          </span>
        </Show>
      </div>
    </Part>
  )
}
