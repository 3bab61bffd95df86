import { useState } from 'react'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Drawer, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { RUN_STATES, runsOptions, type AutomationRule, type Run, type RunState } from '~/api/automation'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { formatTime } from '~/fields/format'
import { PagedRows } from '~/ui/PagedRows'
import { usePhone } from '~/ui/useMedia'
import { Steps } from './Steps'

const COLOURS: Record<RunState, string> = {
  waiting: 'ochre',
  held: 'ochre',
  done: 'jade',
  failed: 'cinnabar',
  cut: 'cinnabar',
  hidden: 'slate',
  gone: 'slate',
  unmet: 'slate',
}

/** What a rule did, and what it is still to do. */
export function Runs({ rule, onClose }: { rule: AutomationRule; onClose: () => void }) {
  const { t } = useTranslation()
  const phone = usePhone()
  const object = useCatalog().object(rule.object)
  const [state, setState] = useState<RunState>()
  const query = useInfiniteQuery(runsOptions(rule.id, state))
  const items = query.data?.pages.flatMap((page) => page.items) ?? []
  return (
    <Drawer open size={phone ? '100%' : 640} title={t('automation.logOf', { name: rule.name })} onClose={onClose}>
      <div className="automation-log-head">
        <Select<RunState | 'all'>
          aria-label={t('automation.states')}
          value={state ?? 'all'}
          onChange={(next) => setState(next === 'all' ? undefined : next)}
          options={[
            { value: 'all', label: t('automation.allStates') },
            ...RUN_STATES.map((value) => ({ value, label: t(`automation.state.${value}`) })),
          ]}
        />
        <span className="sub">{t('automation.kept')}</span>
      </div>
      <PagedRows query={query} rows={items} empty={t('automation.noRuns')} className="automation-log">
        {(run) => <RunRow key={run.id} object={object} run={run} />}
      </PagedRows>
    </Drawer>
  )
}

function RunRow({ object, run }: { object: ObjectType | undefined; run: Run }) {
  const { t, i18n } = useTranslation()
  return (
    <li>
      <div className="automation-log-line">
        <span className={`pill ${COLOURS[run.state]}`}>{t(`automation.state.${run.state}`)}</span>
        {object && run.record.title ? (
          <Link className="ellipsis" to="/$object/$id" params={{ object: object.name, id: run.record.id }}>
            {run.record.title}
          </Link>
        ) : (
          <span>{t('record.gone')}</span>
        )}
        <time className="sub" dateTime={run.at}>
          {formatTime(run.at, i18n.language)}
        </time>
      </div>
      {object && run.steps.length > 0 && <Steps object={object} steps={run.steps} />}
    </li>
  )
}
