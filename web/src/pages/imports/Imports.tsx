import { useState } from 'react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Input, Segmented, Select, Switch } from 'antd'
import { useTranslation } from 'react-i18next'
import { useImport, type ImportMode } from '~/api/jobs'
import { useCatalog } from '~/api/metadata'
import { asProblem, errorsByAttribute } from '~/api/problem'
import type { ObjectType } from '~/api/types'
import { Empty } from '~/ui/states'
import { usePageTitle } from '~/ui/usePageTitle'
import { Setting } from '../settings/Setting'
import { FileField } from './FileField'
import '../settings/settings.css'

const MODES: ImportMode[] = ['create', 'update', 'upsert']

export function Imports() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { object: wanted } = useSearch({ from: '/frame/imports' })
  const objects = catalog.pages.filter((object) => object.rights.import && object.capabilities.includes('importable'))
  usePageTitle(t('page.imports'))
  return (
    <>
      <div className="page-head">
        <h1>{t('page.imports')}</h1>
        <span className="n">{t('imports.about')}</span>
      </div>
      <div className="settings">
        {objects.length ? (
          <ImportForm objects={objects} first={objects.find(({ name }) => name === wanted) ?? objects[0]} />
        ) : (
          <Empty title={t('state.forbidden')} detail={t('state.forbiddenDetail')} />
        )}
      </div>
    </>
  )
}

/** Says what a file holds and how its rows meet those that are there; the rest is the job's. */
function ImportForm({ objects, first }: { objects: ObjectType[]; first?: ObjectType }) {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const start = useImport()
  const [object, setObject] = useState(first)
  const [file, setFile] = useState<File>()
  const [mode, setMode] = useState<ImportMode>('create')
  const [key, setKey] = useState<string[]>([])
  const [map, setMap] = useState('')
  const [dryRun, setDryRun] = useState(false)
  const problem = start.error ? asProblem(start.error) : undefined
  const errors = problem ? errorsByAttribute(problem.errors) : {}
  const keys = object?.attributes.filter((attribute) => attribute.filterable && attribute.type !== 'lines') ?? []

  const submit = () => {
    if (!object || !file || start.isPending) return
    start.mutate(
      { object: object.name, file, mode, key, map, dryRun },
      {
        onSuccess: (id) => void navigate({ to: '/jobs/$id', params: { id } }),
      },
    )
  }
  return (
    <form
      className="card"
      aria-label={t('page.imports')}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <Setting id="import-object" label={t('imports.object')} error={errors.object}>
        <Select
          id="import-object"
          className="fill"
          value={object?.name}
          options={objects.map(({ name, pluralLabel }) => ({ value: name, label: pluralLabel }))}
          onChange={(name: string) => {
            setObject(objects.find((each) => each.name === name))
            setKey([])
          }}
        />
      </Setting>
      <Setting label={t('imports.file')} help={t('imports.fileHelp')} error={errors.file}>
        <FileField file={file} onChange={setFile} />
      </Setting>
      <Setting label={t('imports.mode')} error={errors.mode}>
        <Segmented<ImportMode>
          aria-label={t('imports.mode')}
          value={mode}
          onChange={setMode}
          options={MODES.map((value) => ({ value, label: t(`imports.${value}`) }))}
        />
      </Setting>
      {mode !== 'create' && (
        <Setting id="import-key" label={t('imports.key')} help={t('imports.keyHelp')} error={errors.key}>
          <Select
            id="import-key"
            mode="multiple"
            className="fill"
            value={key}
            onChange={setKey}
            showSearch={{ optionFilterProp: 'label' }}
            options={keys.map(({ name, label }) => ({ value: name, label }))}
          />
        </Setting>
      )}
      <Setting id="import-map" label={t('imports.map')} help={t('imports.mapHelp')} error={errors.map}>
        <Input.TextArea
          id="import-map"
          className="code"
          spellCheck={false}
          autoSize={{ minRows: 2, maxRows: 10 }}
          value={map}
          onChange={(event) => setMap(event.target.value)}
        />
      </Setting>
      <Setting id="import-dry" label={t('imports.dryRun')} help={t('imports.dryRunHelp')}>
        <Switch id="import-dry" checked={dryRun} onChange={setDryRun} />
      </Setting>
      <div className="setting">
        <div>
          {problem && (
            <p className="gate-problem" role="alert">
              {problem.isOffline ? t('state.offline') : problem.message}
            </p>
          )}
        </div>
        <div>
          <Button type="primary" htmlType="submit" loading={start.isPending} disabled={!file}>
            {t('imports.start')}
          </Button>
        </div>
      </div>
    </form>
  )
}
