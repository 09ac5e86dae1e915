import type { Status } from '../../core/twins.ts'

/** Only `npm run dev` shows such texts. */
export const StatusLabel = ({ status }: { status?: Status | undefined }) =>
  status !== undefined && (
    <strong className="status" lang="en">
      {statusLabel[status]}
    </strong>
  )

const statusLabel = { draft: 'Draft, not published', scheduled: 'Scheduled, not yet published' }
