import { useId, useState, type KeyboardEvent } from 'react'
import { Button, Mentions } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useReferenceOptions } from '~/fields/reference/options'
import { nameInText } from './mentions'
import { useCommentBox, type CommentPlace } from './useCommentBox'

interface CommentBoxProps extends CommentPlace {
  placeholder: string
  autoFocus?: boolean
  onDone?: () => void
}

/** Where a comment is written; `@` offers people by name, pinyin or initials. */
export function CommentBox({ placeholder, autoFocus, onDone, ...place }: CommentBoxProps) {
  const { t } = useTranslation()
  const id = useId()
  const people = useCatalog().attribute(place.object, 'createdBy')?.reference ?? 'users'
  const [asking, setAsking] = useState(false)
  const { options, setWords, loading } = useReferenceOptions(people, asking)
  const box = useCommentBox(place, onDone)
  const named = options.map((option) => ({
    id: option.value,
    name: nameInText(box.chosen, { id: option.value, name: option.label }),
    option,
  }))

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void box.send()
    } else if (event.key === 'Escape' && onDone && !box.typed.trim()) onDone()
  }
  return (
    <div className="comment-box" onKeyDown={press}>
      <Mentions
        aria-label={placeholder}
        aria-describedby={box.complaint ? `${id}-note` : undefined}
        placeholder={placeholder}
        autoFocus={autoFocus}
        autoSize={{ minRows: 2, maxRows: 10 }}
        status={box.complaint ? 'error' : undefined}
        value={box.typed}
        loading={loading}
        filterOption={false}
        notFoundContent={loading ? t('state.loading') : t('field.nothingFound')}
        onSearch={(words) => {
          setAsking(true)
          setWords(words)
        }}
        onChange={box.type}
        onSelect={(chosen) => {
          const person = named.find(({ name }) => name === chosen.value)
          if (person) box.remember(person.name, person.id)
        }}
        options={named.map(({ id: key, name, option }) => ({
          key,
          value: name,
          label: (
            <span className="reference-option">
              {option.label}
              {option.subtitle && <span className="sub">{option.subtitle}</span>}
            </span>
          ),
        }))}
      />
      {box.complaint && (
        <p className="field-error" id={`${id}-note`} role="alert">
          {box.complaint === 'offline' ? t('state.offline') : box.complaint}
        </p>
      )}
      {(box.typed.trim() || onDone) && (
        <div className="ways">
          <Button
            size="small"
            type="primary"
            loading={box.busy}
            disabled={!box.typed.trim()}
            onClick={() => void box.send()}
          >
            {place.comment ? t('action.save') : t('timeline.send')}
          </Button>
          {onDone && (
            <Button
              size="small"
              type="text"
              onClick={() => {
                box.discard()
                onDone()
              }}
            >
              {t('action.cancel')}
            </Button>
          )}
          <span className="sub hint">{t('form.saveHint')}</span>
        </div>
      )}
    </div>
  )
}
