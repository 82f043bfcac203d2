// Each program, pack or command that a test starts would write coverage of its own, of all that it loaded, and adding those
// up takes longer than the tests. This process has begun to count already, and writes what it has when it ends.
delete process.env.NODE_V8_COVERAGE;
