import assert from "node:assert/strict";
import type { ArgumentCheck } from "../../components/argument-checks";
import { checkLatency, type LatencyMetric, latencyAlarm } from "../../components/latency-alarm";

const check: ArgumentCheck = (holds, argument, requirement, value) => {
  if (!holds) throw new Error(`${argument} ${requirement}, got ${JSON.stringify(value)}`);
};
const metric: LatencyMetric = {
  namespace: "AWS/ApiGateway",
  metricName: "Latency",
  dimensions: { ApiId: "a1b2c3" },
  stat: "p95",
  perSecond: 1000,
};
const threeOfFive = { evaluationPeriods: 5, datapointsToAlarm: 3, treatMissingData: "notBreaching" };

describe("the alarm of latency", () => {
  it("goes off at a number of seconds, in the metric's own unit", () => {
    const { namespace, metricName, dimensions } = metric;
    assert.deepEqual(latencyAlarm(0.5, metric), {
      ...threeOfFive,
      alarmDescription: "One request in 20 takes longer than 0.5 s",
      ...{ namespace, metricName, dimensions },
      extendedStatistic: "p95",
      period: 60,
      comparisonOperator: "GreaterThanThreshold",
      threshold: 500,
      evaluateLowSampleCountPercentiles: "ignore",
    });
  });

  it("averages what is a percentile already, of seconds as they are", () => {
    const { stat: _, perSecond: __, ...own } = metric;
    const { statistic, extendedStatistic, threshold } = latencyAlarm(2, { ...own, stat: "Average" });
    assert.deepEqual([statistic, extendedStatistic, threshold], ["Average", undefined, 2]);
  });

  it("goes off above what is usual, which has no unit, if told", () => {
    const { namespace, metricName, dimensions } = metric;
    assert.deepEqual(latencyAlarm({ aboveUsual: 3 }, metric), {
      ...threeOfFive,
      alarmDescription: "One request in 20 takes longer than is usual at this hour",
      metricQueries: [
        { id: "seen", metric: { namespace, metricName, dimensions, period: 60, stat: "p95" }, returnData: true },
        { id: "usual", expression: "ANOMALY_DETECTION_BAND(seen, 3)", label: "what is usual", returnData: true },
      ],
      thresholdMetricId: "usual",
      comparisonOperator: "GreaterThanUpperThreshold",
    });
  });

  it("is refused without a limit", () => {
    assert.throws(() => checkLatency(check, "alarms.latencySeconds", 0), {
      message: "alarms.latencySeconds must be more than 0, got 0",
    });
    assert.throws(() => checkLatency(check, "alarms.latencySeconds", { aboveUsual: 0 }), {
      message: "alarms.latencySeconds.aboveUsual must be more than 0, got 0",
    });
  });
});
