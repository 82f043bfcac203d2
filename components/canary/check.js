/**
 * Asks for one page as a visitor would, and fails unless it comes in time with the status and the text that are expected.
 * CloudWatch Synthetics counts a handler that throws as a failed run.
 */
exports.handler = async () => {
  const { TARGET_URL, EXPECTED_STATUS, EXPECTED_TEXT, TIMEOUT_SECONDS } = process.env;
  const response = await fetch(TARGET_URL, {
    headers: { "user-agent": "tierwork-canary" },
    signal: AbortSignal.timeout(1000 * Number(TIMEOUT_SECONDS)),
  });
  const body = await response.text();
  if (response.status !== Number(EXPECTED_STATUS)) {
    throw new Error(`${TARGET_URL} answered ${response.status} in place of ${EXPECTED_STATUS}`);
  }
  if (EXPECTED_TEXT && !body.includes(EXPECTED_TEXT)) {
    throw new Error(`${TARGET_URL} answered without the text "${EXPECTED_TEXT}"`);
  }
};
