/**
 * The function behind the API: it asks the orders service, which it reaches inside the VPC, and sums up what it says.
 * The event and the answer are those of an HTTP API's payload format 2.0:
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export async function handler(event) {
  const base = process.env.SERVICE_URL;
  const path = event.rawPath ?? "/";
  if (path !== "/summary") return answer(404, { error: `nothing is at ${path}` });
  try {
    // Less than the API's own 30 s, so that the caller gets a sentence and not a time-out.
    const response = await fetch(`${base}/orders`, {
      signal: AbortSignal.timeout(Number(process.env.TIMEOUT_MS ?? 5000)),
    });
    if (!response.ok) return answer(502, { error: `the orders service answered ${response.status}` });
    const orders = await response.json();
    return answer(200, { orders: orders.length, items: orders.reduce((sum, { quantity }) => sum + quantity, 0) });
  } catch (error) {
    return answer(502, { error: `the orders service did not answer: ${error.name}` });
  }
}

function answer(statusCode, body) {
  return { statusCode, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
