import { Modal } from 'antd'
import { useTranslation } from 'react-i18next'
import './palette.css'

const KEYS: [keys: string[], words: string][] = [
  [['Ctrl', 'K'], 'find'],
  [['/'], 'find'],
  [['c'], 'create'],
  [['j'], 'down'],
  [['k'], 'up'],
  [['x'], 'select'],
  [['Enter'], 'open'],
  [['o'], 'beside'],
  [['e'], 'edit'],
  [['←', '→'], 'cell'],
  [['F2'], 'editCell'],
  [['Shift', '←→↑↓'], 'moveDay'],
  [['Ctrl', 'Enter'], 'save'],
  [['Esc'], 'cancel'],
  [['?'], 'help'],
]

export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <Modal open onCancel={onClose} footer={null} width={420} title={t('keys.title')}>
      <dl className="keys-help">
        {KEYS.map(([keys, words]) => (
          <div key={keys.join()}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(`keys.${words}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
