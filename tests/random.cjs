// Random tests draw the same values in every run: what is green stays green. `FUZZ_SEED=7 npm test` draws others, and
// what fails then is as wrong as ever.
const { configureGlobal } = require("fast-check");

configureGlobal({ seed: Number(process.env.FUZZ_SEED ?? 1) });
