import { SkeletonRows } from '~/ui/states'

/** The page's shape before its record has come. */
export const RecordSkeleton = () => (
  <div className="record-page" aria-busy>
    <div className="page-head">
      <div className="skeleton title-place">
        <i style={{ width: 320, height: 20 }} />
      </div>
    </div>
    <div className="rec">
      <div className="card">
        <SkeletonRows rows={9} />
      </div>
      <div className="card">
        <SkeletonRows rows={6} />
      </div>
      <div className="card">
        <SkeletonRows rows={4} />
      </div>
    </div>
  </div>
)
