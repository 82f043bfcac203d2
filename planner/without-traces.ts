/**
 * Runs a program without what serves only to explain its failure. The SDK takes a stack trace for every promise, which
 * with source maps is most of a plan's time, and keeps count of those that are not done, to name them when a program
 * ends too early: a third of the rest. A program that fails is run again with both.
 */
export async function withoutTraces<T>(program: () => Promise<T>): Promise<T> {
  // The module itself: what `import *` gives cannot be changed.
  const debuggable = require("@pulumi/pulumi/runtime/debuggable") as { debuggablePromise: Debuggable };
  const { debuggablePromise } = debuggable;
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  debuggable.debuggablePromise = (promise) => promise;
  try {
    return await program();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    debuggable.debuggablePromise = debuggablePromise;
  }
}

type Debuggable = <T>(promise: Promise<T>, context: unknown) => Promise<T>;
