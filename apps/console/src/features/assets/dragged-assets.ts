import { z } from 'zod'

const TYPE = 'application/x-akari-assets'

/** Assets that are dragged onto a folder, as ids in the drag itself. */
export const draggedAssets = {
  put: (transfer: DataTransfer, ids: readonly string[]): void => {
    transfer.setData(TYPE, JSON.stringify(ids))
    transfer.effectAllowed = 'move'
  },
  isIn: (transfer: DataTransfer): boolean => transfer.types.includes(TYPE),
  from: (transfer: DataTransfer): string[] => {
    const text = transfer.getData(TYPE)
    return text === '' ? [] : z.array(z.string()).parse(JSON.parse(text))
  },
}
