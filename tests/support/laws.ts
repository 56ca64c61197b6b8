import fc from 'fast-check'

// A law is tried on random data. CI judges a commit, so there the data are always the same;
// everywhere else every run tries new ones, and a counterexample names its seed:
// POSTIL_SEED=<seed> tries it again.
const asked = process.env['POSTIL_SEED']
const seed = asked ? Number(asked) : process.env['CI'] === 'true' ? 20_131_124 : null
if (seed !== null) fc.configureGlobal({ ...fc.readConfigureGlobal(), seed })
