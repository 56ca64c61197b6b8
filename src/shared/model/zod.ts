import { z } from 'zod'

// zod makes functions from text where it may, and probes for that when the first schema is
// made. The window's policy forbids it, and the probe alone would be reported. So this
// comes before every schema: the contract and the model take `z` from here.
z.config({ jitless: true })

export { z }
