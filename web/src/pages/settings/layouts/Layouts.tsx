import { useState } from 'react'
import { Alert, App, Button, Select } from 'antd'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Layout } from '~/api/layouts'
import { useCatalog } from '~/api/metadata'
import type { ObjectType } from '~/api/types'
import { Failure, SkeletonRows } from '~/ui/states'
import { audience, complete, EVERYBODY, withLayout, withoutLayout } from './draft'
import { LayoutList } from './LayoutList'
import { LayoutPreview } from './LayoutPreview'
import { OffersCard } from './OffersCard'
import { RulesCard } from './RulesCard'
import { SectionBoard } from './SectionBoard'
import { useLayoutsDraft } from './useLayoutsDraft'
import './layouts.css'

/** How pages and forms of an object are laid out: for everybody, for kinds of records and for roles. */
export function Layouts() {
  const { t } = useTranslation()
  const catalog = useCatalog()
  const { modal } = App.useApp()
  // Those with pages of their own first; what lives in other records has a form, too.
  const objects = [...new Set([...catalog.pages, ...catalog.metadata.objects])].filter(({ rights }) => rights.configure)
  const [name, setName] = useState(objects[0]?.name ?? '')
  const [dirty, setDirty] = useState(false)
  const object = catalog.object(name)
  const choose = (next: string) => {
    setName(next)
    setDirty(false)
  }
  return (
    <>
      <section className="card" aria-label={t('settings.layouts')}>
        <header>
          <Select
            className="grow layouts-object"
            aria-label={t('layouts.object')}
            showSearch={{ optionFilterProp: 'label' }}
            value={name}
            onChange={(next: string) =>
              dirty
                ? void modal.confirm({
                    title: t('layouts.leave'),
                    okText: t('action.discard'),
                    onOk: () => choose(next),
                  })
                : choose(next)
            }
            options={objects.map((each) => ({ value: each.name, label: each.pluralLabel }))}
          />
        </header>
        <p className="layouts-what">{t('layouts.what')}</p>
      </section>
      {object && <ObjectLayouts key={name} object={object} onDirty={setDirty} />}
    </>
  )
}

function ObjectLayouts({ object, onDirty }: { object: ObjectType; onDirty: (dirty: boolean) => void }) {
  const { t } = useTranslation()
  const { modal } = App.useApp()
  const draft = useLayoutsDraft(object.name)
  useBlocker({ shouldBlockFn: () => draft.changed && !window.confirm(t('layouts.leave')), enableBeforeUnload: false })
  const [chosen, setChosen] = useState(EVERYBODY)
  const [previewing, setPreviewing] = useState(false)
  const { settled, input, query, problem } = draft
  if (query.error && !settled) return <Failure error={query.error} onRetry={() => void query.refetch()} />
  if (!settled || !input) return <SkeletonRows rows={6} />

  const change = (next: typeof input) => {
    draft.change({ kind: next.kind, layouts: next.layouts, rules: next.rules, offers: next.offers })
    onDirty(true)
  }
  const done = (action: () => void) => () => {
    action()
    onDirty(false)
  }
  const found = input.layouts.find((layout) => audience(layout) === chosen)
  const layout = complete(found ?? { ...settled.own, sections: settled.own.sections }, settled.own)
  const setLayout = (next: Layout) => change(withLayout(input, next))
  const kinds = object.attributes.filter(({ type }) => type === 'choice')
  const setKind = (kind: string | null) => {
    const apply = () => {
      setChosen(EVERYBODY)
      change({ ...input, kind, layouts: input.layouts.filter((each) => each.kind === null), offers: [] })
    }
    if (input.offers.length > 0 || input.layouts.some((each) => each.kind !== null))
      void modal.confirm({ title: t('layouts.otherKinds'), okText: t('layouts.otherKindsDo'), onOk: apply })
    else apply()
  }
  const complaints =
    problem && !draft.theirs
      ? problem.errors
          .filter(({ path }) => !/^(rules|offers)\[/.test(path))
          .map(({ message }) => message)
          .join(' ') ||
        problem.message ||
        t('state.failed')
      : undefined
  return (
    <>
      <section className="card" aria-label={t('layouts.which')}>
        <header>
          <h2 className="grow">{t('layouts.which')}</h2>
        </header>
        <div className="setting">
          <div>
            <label htmlFor="layouts-kind">{t('layouts.kind')}</label>
            <p className="sub">{t('layouts.kindHelp')}</p>
          </div>
          <Select
            id="layouts-kind"
            value={input.kind ?? ''}
            onChange={(next: string) => setKind(next || null)}
            options={[
              { value: '', label: t('layouts.noKinds') },
              ...kinds.map((each) => ({ value: each.name, label: each.label })),
            ]}
          />
        </div>
        <LayoutList
          object={object}
          input={input}
          roles={settled.roles}
          chosen={chosen}
          onChoose={setChosen}
          onChange={change}
          onCopy={(next) => {
            change(withLayout(input, { ...layout, ...next }))
            setChosen(audience(next))
          }}
          onRemove={(key) => {
            change(withoutLayout(input, key))
            setChosen(EVERYBODY)
          }}
        />
      </section>
      <SectionBoard
        object={object}
        layout={layout}
        own={settled.own}
        indispensable={settled.indispensable}
        onChange={setLayout}
      />
      {input.kind !== null && (
        <OffersCard
          object={object}
          kind={input.kind}
          offers={input.offers}
          problem={problem}
          onChange={(offers) => change({ ...input, offers })}
        />
      )}
      <RulesCard
        object={object}
        placed={settled.own.sections.flatMap(({ attributes }) => attributes)}
        rules={input.rules}
        problem={problem}
        onChange={(rules) => change({ ...input, rules })}
      />
      {/* In sight wherever one is: what is wrong stands with the button that said so. */}
      <div className="layouts-end">
        {draft.theirs && (
          <Alert
            type="warning"
            showIcon
            title={t('layouts.theirs')}
            action={
              <Button size="small" onClick={done(draft.takeTheirs)}>
                {t('layouts.takeTheirs')}
              </Button>
            }
          />
        )}
        {complaints && <Alert type="error" showIcon title={complaints} />}
        <div className="layouts-foot">
          <Button onClick={() => setPreviewing(true)}>{t('layouts.preview')}</Button>
          {found && chosen === EVERYBODY && (
            <Button type="text" onClick={() => change(withoutLayout(input, EVERYBODY))}>
              {t('layouts.reset')}
            </Button>
          )}
          <span className="grow" />
          <Button disabled={!draft.changed} onClick={done(draft.discard)}>
            {t('action.discard')}
          </Button>
          <Button
            type="primary"
            disabled={!draft.changed || draft.theirs}
            loading={draft.saving}
            onClick={() => {
              draft.save()
              onDirty(false)
            }}
          >
            {t('action.save')}
          </Button>
        </div>
      </div>
      <LayoutPreview
        key={chosen}
        object={object}
        layout={layout}
        own={settled.own}
        input={input}
        open={previewing}
        onClose={() => setPreviewing(false)}
      />
    </>
  )
}
