import type { FileHandle } from '../../../shared/contract/common.ts'
import { client } from '../../data/session.ts'
import { changeRow, rowOf } from './import-state.ts'

const EVERY = 400

/** Asks now and then how far a long file is, for as long as `work` goes on. */
export async function watched<T>(id: number, file: FileHandle, work: Promise<T>): Promise<T> {
  let goesOn = true
  const ask = async () => {
    // how far it is is only shown: what cannot be asked is not missed
    const reading = await client()
      .documents.reading({ file })
      .catch(() => null)
    if (goesOn && rowOf(id)?.state === 'reading') changeRow(id, { reading })
  }
  const timer = setInterval(() => void ask(), EVERY)
  try {
    return await work
  } finally {
    goesOn = false
    clearInterval(timer)
    changeRow(id, { reading: null })
  }
}
