/** A few lines set as the reader sets them. */
export function Sample() {
  return (
    <section className="settings-sample text" aria-label="Sample">
      <p>
        Everyone has the right to freedom of movement and residence within the borders of each State.{' '}
        <span className="settings-sample-coded">
          Everyone has the right to leave any country, including his own,
        </span>{' '}
        and to return to his country.
      </p>
      <p>Everyone has the right to seek and to enjoy in other countries asylum from persecution.</p>
    </section>
  )
}
