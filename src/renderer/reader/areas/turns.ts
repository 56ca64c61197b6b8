/** Work that is done one after the other, what came last first: so that what is looked at now does not wait for what was looked at before. */
export function createTurns() {
  const waiting: (() => Promise<void>)[] = []
  let isBusy = false

  async function next(): Promise<void> {
    if (isBusy) return
    isBusy = true
    for (let work = waiting.pop(); work; work = waiting.pop()) await work()
    isBusy = false
  }

  return {
    take: <T>(work: () => Promise<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        waiting.push(() => work().then(resolve, reject))
        void next()
      }),
  }
}
