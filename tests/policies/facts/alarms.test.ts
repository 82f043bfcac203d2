import assert from "node:assert/strict";
import { isUsed } from "../../../policies/facts/alarm-users";
import { alarmedMetrics, watched } from "../../../policies/facts/alarms";
import { UNKNOWN } from "../../../policies/facts/value";
import { fake, fakeStack } from "./fake-stack";

const metricAlarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
const lambda = fake("aws:lambda/function:Function", "resize", { name: "resize-1" });
const queue = fake("aws:sqs/queue:Queue", "jobs", { name: UNKNOWN });

describe("the metrics that an alarm looks at", () => {
  it("are its own, and those of its queries", () => {
    const own = fake(metricAlarm, "a", { namespace: "AWS/SQS", metricName: "Age", dimensions: { QueueName: "jobs" } });
    assert.deepEqual(alarmedMetrics(own), [
      { namespace: "AWS/SQS", name: "Age", dimensions: { QueueName: "jobs" }, property: "dimensions" },
    ]);
    const formula = fake(metricAlarm, "b", {
      metricQueries: [
        { id: "e", metric: { namespace: "AWS/Lambda", metricName: "Errors" } },
        { id: "p", expression: "e / 2" },
      ],
    });
    assert.deepEqual(
      alarmedMetrics(formula).map(({ name, property }) => [name, property]),
      [["Errors", "metricQueries"]],
    );
  });

  it("are unknown as its queries are", () => {
    const [only, ...others] = alarmedMetrics({ props: { metricQueries: UNKNOWN } });
    assert.equal(only?.name, UNKNOWN);
    assert.deepEqual(others, []);
  });
});

describe("what the alarms of a stack watch", () => {
  it("is found by the name that a dimension holds, and by reference", () => {
    const byName = fake(metricAlarm, "a", { metricName: "Errors", dimensions: { FunctionName: "resize-1" } });
    const byReference = fake(
      metricAlarm,
      "b",
      { metricName: "Age", dimensions: { QueueName: UNKNOWN } },
      { dimensions: [queue] },
    );
    const { metricsOf, mayBe } = watched(fakeStack(lambda, queue, byName, byReference));
    assert.deepEqual([metricsOf(lambda), metricsOf(queue)], [["Errors"], ["Age"]]);
    assert.equal(mayBe("aws:sqs/queue:Queue"), false);
  });

  it("may be anything of a type while a dimension is not known and refers to nothing", () => {
    const alarm = fake(metricAlarm, "a", { metricName: "Age", dimensions: { QueueName: UNKNOWN, Other: UNKNOWN } });
    const { metricsOf, mayBe } = watched(fakeStack(lambda, queue, alarm));
    assert.deepEqual([metricsOf(queue), mayBe("aws:sqs/queue:Queue"), mayBe(lambda.type)], [[], true, false]);
  });

  it("is a whole namespace where a query takes from it", () => {
    const query = (expression: string) => fake(metricAlarm, expression, { metricQueries: [{ id: "q", expression }] });
    const { isWhole } = watched(
      fakeStack(
        query('SELECT SUM(Errors) FROM SCHEMA("AWS/Lambda", FunctionName)'),
        query('select max(Age) from "AWS/SQS" group by QueueName'),
        query("SUM(METRICS())"),
      ),
    );
    assert.deepEqual(["AWS/Lambda", "AWS/SQS", "AWS/EC2"].map(isWhole), [true, true, false]);
  });
});

describe("what acts on an alarm", () => {
  const alarm = fake(metricAlarm, "a", { name: "cpu high", arn: "arn:alarm:a" });
  const composite = (alarmRule: unknown, references = {}) =>
    fake("aws:cloudwatch/compositeAlarm:CompositeAlarm", "down", { alarmName: "down", alarmRule }, references);

  it("is a composite alarm that names it, quoted, bare or by its ARN, or refers to it", () => {
    const rules = ['NOT ALARM("cpu high")', "OK(arn:alarm:a) OR ALARM(b)", 'INSUFFICIENT_DATA( "cpu high" )'];
    for (const rule of rules) assert.equal(isUsed(fakeStack(alarm, composite(rule)), alarm), true, rule);
    assert.equal(isUsed(fakeStack(alarm, composite(UNKNOWN, { alarmRule: [alarm] })), alarm), true);
    assert.equal(isUsed(fakeStack(alarm, composite('ALARM("cpu")')), alarm), false);
  });

  it("is not known beside a composite alarm of which nothing is", () => {
    assert.equal(isUsed(fakeStack(alarm, composite(UNKNOWN)), alarm), UNKNOWN);
  });

  it("is a deployment or a health check that watches it, and nothing that only mentions it", () => {
    const service = fake("aws:ecs/service:Service", "web", { alarms: { alarmNames: ["cpu high"] } });
    const mute = fake("aws:cloudwatch/alarmMuteRule:AlarmMuteRule", "m", { name: "cpu high" }, { target: [alarm] });
    assert.equal(isUsed(fakeStack(alarm, service), alarm), true);
    assert.equal(isUsed(fakeStack(alarm, mute), alarm), false);
  });
});
