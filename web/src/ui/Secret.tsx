import { Typography } from 'antd'
import './secret.css'

/** Something to be copied now, since nobody can read it later. */
export const Secret = ({ children }: { children: string }) => (
  <Typography.Paragraph className="secret" copyable>
    <code>{children}</code>
  </Typography.Paragraph>
)
