// Coverage is counted in the workers that run the tests. Each program, pack or command that a test starts would write
// its own, of all that it loaded, and adding those up takes longer than the tests.
if (process.env.MOCHA_WORKER_ID !== undefined) delete process.env.NODE_V8_COVERAGE;
