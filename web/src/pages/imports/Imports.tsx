import { useNavigate, useSearch } from '@tanstack/react-router'
import { Steps } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { Empty } from '~/ui/states'
import { usePhone } from '~/ui/useMedia'
import { usePageTitle } from '~/ui/usePageTitle'
import { FileStep } from './FileStep'
import { Mapping } from './Mapping'
import '../settings/settings.css'
import './imports.css'

export const STEPS = ['file', 'columns', 'values', 'preview'] as const
export type Step = (typeof STEPS)[number]

/** Brings a file in, step by step; where somebody is stands in the address, what they said is kept by the browser. */
export function Imports() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const phone = usePhone()
  const navigate = useNavigate()
  const { object: wanted, upload, step = 'file' } = useSearch({ from: '/frame/imports' })
  const objects = catalog.pages.filter((object) => object.rights.import && object.capabilities.includes('importable'))
  const object = objects.find(({ name }) => name === wanted) ?? objects[0]
  usePageTitle(t('page.imports'))
  const current = upload ? step : 'file'
  const go = (to: Step) => void navigate({ to: '/imports', search: { object: object?.name, upload, step: to } })
  return (
    <>
      <div className="page-head">
        <h1>{t('page.imports')}</h1>
        <span className="n">{object && upload ? object.pluralLabel : t('imports.about')}</span>
      </div>
      {!object ? (
        <Empty title={t('state.forbidden')} detail={t('state.forbiddenDetail')} />
      ) : (
        <div className="wizard">
          <Steps
            size="small"
            type={phone ? 'inline' : 'default'}
            responsive={false}
            current={STEPS.indexOf(current)}
            onChange={upload ? (index) => go(STEPS[index] ?? 'file') : undefined}
            items={STEPS.map((each) => ({ title: t(`imports.step.${each}`) }))}
          />
          {current === 'file' || !upload ? (
            <FileStep objects={objects} object={object} upload={upload} />
          ) : (
            <Mapping key={`${upload} ${object.name}`} object={object} upload={upload} step={current} go={go} />
          )}
        </div>
      )}
    </>
  )
}
