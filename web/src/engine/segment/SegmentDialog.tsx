import { useState } from 'react'
import { Modal, Radio } from 'antd'
import { useTranslation } from 'react-i18next'
import { asProblem, errorsByAttribute } from '~/api/problem'
import { useManySegmentMembers, useSaveSegment, type Segment } from '~/api/segments'
import type { Principal } from '~/api/shares'
import type { ObjectType } from '~/api/types'
import { FilterBar } from '../filter/FilterBar'
import { useJobNotice } from '../shared/useJobNotice'
import { AudienceField, audienceOf, type Audience } from '../view/AudienceField'
import { SegmentNames } from './SegmentNames'
import './segment.css'

interface SegmentDialogProps {
  object: ObjectType
  /** The one that is written anew; a new one without it. */
  segment?: Segment
  /** What a new one begins with. */
  filter?: string
  onSaved?: (segment: Segment) => void
  onClose: () => void
}

/** What a segment is called, who has it, and what makes a record a member. */
export function SegmentDialog({ object, segment, filter: begun = '', onSaved, onClose }: SegmentDialogProps) {
  const { t } = useTranslation()
  const [name, setName] = useState(segment?.name ?? '')
  const [description, setDescription] = useState(segment?.description ?? '')
  const [kind, setKind] = useState<Segment['kind']>(segment?.kind ?? (begun ? 'live' : 'static'))
  const [filter, setFilter] = useState(segment?.filter ?? begun)
  const [audience, setAudience] = useState<Audience>(() => audienceOf(segment))
  const [shared, setShared] = useState<Principal[]>(
    () => segment?.sharedWith.map((each) => ({ ...each, title: each.title ?? t('record.gone') })) ?? [],
  )
  const save = useSaveSegment(object.name)
  const fill = useManySegmentMembers()
  const notice = useJobNotice()
  const problem = save.error ? asProblem(save.error) : undefined
  const errors = errorsByAttribute(problem?.errors ?? [])
  const live = kind === 'live'
  const submit = () =>
    save.mutate(
      {
        id: segment?.id,
        version: segment?.version,
        name,
        description,
        kind,
        filter: live ? filter : '',
        everyone: audience === 'everyone',
        sharedWith: audience === 'some' ? shared.map(({ id }) => id) : [],
      },
      {
        onSuccess: (saved) => {
          // Those of the list, as it is now.
          if (!segment && !live && begun)
            fill.mutate(
              { id: saved.id, filter: begun },
              {
                onSuccess: ({ id }) => notice.watch(id, { running: 'segments.filling', done: 'segments.filled' }),
              },
            )
          onSaved?.(saved)
          onClose()
        },
      },
    )
  const told = errors.name || errors.filter || errors.sharedWith || errors.everyone
  return (
    <Modal
      open
      width={560}
      title={t(segment ? 'segments.edit' : 'segments.save')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{
        loading: save.isPending,
        disabled: !name.trim() || (live && !filter) || (audience === 'some' && shared.length === 0),
      }}
      onOk={submit}
      onCancel={onClose}
    >
      <form
        className="segment-form"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <SegmentNames
          name={name}
          description={description}
          complaint={errors.name}
          onName={setName}
          onDescription={setDescription}
        />
        {!segment && (
          <div className="form-field">
            <span id="segment-kind">{t('segments.kind')}</span>
            <Radio.Group
              aria-labelledby="segment-kind"
              value={kind}
              onChange={({ target }) => setKind(target.value as Segment['kind'])}
              options={[
                { value: 'live', label: t('segments.kinds.live') },
                { value: 'static', label: t('segments.kinds.static') },
              ]}
            />
            <p className="field-help">{t(`segments.help.${kind}`)}</p>
          </div>
        )}
        {live && (
          <div className="form-field">
            <span>{t('segments.filter')}</span>
            <FilterBar own object={object} filter={filter} onChange={setFilter} />
            {errors.filter && (
              <p className="field-error" role="alert">
                {errors.filter}
              </p>
            )}
          </div>
        )}
        <AudienceField
          audience={audience}
          shared={shared}
          mayServeAll={object.rights.configure || Boolean(segment?.everyone)}
          errors={errors}
          help={t('segments.audienceHelp')}
          onAudience={setAudience}
          onShared={setShared}
        />
        {problem && !told && (
          <p className="field-error" role="alert">
            {problem.status === 412 ? t('segments.stale') : (problem.errors[0]?.message ?? problem.message)}
          </p>
        )}
        <button type="submit" hidden />
      </form>
    </Modal>
  )
}
