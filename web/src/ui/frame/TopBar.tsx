import { Button, Dropdown } from 'antd'
import { Languages, Plus, Search } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useCatalog } from '~/api/metadata'
import { useForms } from '~/engine/form/Forms'
import { usePalette } from '~/engine/palette/Palettes'
import { iconOf } from '../icons'
import { Bell } from '../notifications/Bell'
import { usePhone } from '../useMedia'
import { AccountMenu } from './AccountMenu'
import { HelpMenu } from './HelpMenu'
import { useLanguageChoice } from './useLanguageChoice'

const isApple = /mac|iphone|ipad/i.test(navigator.platform)

export function useCreateItems() {
  const { creatable } = useCatalog()
  const { create } = useForms()
  return creatable.map((object) => {
    const Icon = iconOf(object.icon)
    return {
      key: object.name,
      label: object.label,
      icon: <Icon size={15} aria-hidden />,
      onClick: () => create(object.name),
    }
  })
}

export function TopBar() {
  const { t } = useTranslation()
  const openPalette = usePalette()
  const languages = useLanguageChoice()
  const items = useCreateItems()
  const phone = usePhone()
  return (
    <header className="top">
      <button type="button" className="find" onClick={openPalette} aria-keyshortcuts="Control+K Meta+K /">
        <Search size={15} aria-hidden />
        <span className="ellipsis">{t('search.hint')}</span>
        {!phone && <kbd>{isApple ? '⌘ K' : 'Ctrl K'}</kbd>}
      </button>
      <span className="grow" />
      {!phone && items.length > 0 && (
        <Dropdown menu={{ items }} trigger={['click']} placement="bottomRight">
          <Button type="primary" icon={<Plus size={16} aria-hidden />}>
            {t('action.create')}
          </Button>
        </Dropdown>
      )}
      {!phone && (
        <Dropdown menu={languages} trigger={['click']} placement="bottomRight">
          <Button type="text" icon={<Languages size={17} aria-hidden />} aria-label={t('frame.language')} />
        </Dropdown>
      )}
      <HelpMenu />
      <Bell />
      <AccountMenu />
    </header>
  )
}
