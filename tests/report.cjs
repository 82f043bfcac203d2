const { reporters, Runner } = require("mocha");

/** The usual report, which also says at its end which tests passed only when they were tried again. */
module.exports = class Report extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    this.triedAgain = [];
    runner.on(Runner.constants.EVENT_TEST_RETRY, (test, error) => {
      this.triedAgain.push(`  tried again: ${test.fullTitle()}: ${String(error?.message ?? error).split("\n")[0]}`);
    });
  }

  epilogue() {
    for (const line of this.triedAgain) reporters.Base.consoleLog(line);
    super.epilogue();
  }
};
