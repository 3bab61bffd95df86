import { Link } from '@tanstack/react-router'
import { SkeletonRows } from '~/ui/states'

interface TileProps {
  label: string
  value: string
  detail?: string
  object: string
  filter?: string
}

/** One figure, which leads to the records it is made of. */
export const Tile = ({ label, value, detail, object, filter }: TileProps) => (
  <Link className="card tile" to="/$object" params={{ object }} search={{ filter }}>
    <span>{label}</span>
    <b className="num">{value}</b>
    {detail && <span className="sub num">{detail}</span>}
  </Link>
)

const TILES = 4

/** Their place, until they have come. */
export const TilePlaces = () => (
  <div className="tiles">
    {Array.from({ length: TILES }, (_, each) => (
      <div className="card tile" key={each}>
        <SkeletonRows rows={2} />
      </div>
    ))}
  </div>
)
